require "rack"
require_relative "endpoint"

# Replace this with your own login check: anyone can write such a cookie.
run UploadEndpoint.new { |env| Rack::Request.new(env).cookies["user"] }
