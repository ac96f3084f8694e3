# Upload endpoint for lightfield-uploader: a Rack application with Ruby's standard library only. The contract is
# openapi.yaml. LIGHTFIELD_API_KEY and UPLOAD_SECRET come from the environment and never reach the browser.

require "json"
require "net/http"
require "openssl"
require "time"
require "uri"

class UploadEndpoint
  PURPOSES = ["meeting_transcript"].freeze
  MAX_FILE_BYTES = 536_870_912
  MAX_BODY_BYTES = 65_536
  FILE_FIELDS = %w[id filename mimeType sizeBytes status createdAt completedAt expiresAt].freeze
  TYPES = { 400 => "bad_request", 401 => "unauthorized", 403 => "forbidden", 404 => "not_found", 405 => "method_not_allowed",
            409 => "conflict", 413 => "content_too_large", 415 => "unsupported_media_type", 422 => "unprocessable_content",
            429 => "too_many_requests", 502 => "bad_gateway", 503 => "service_unavailable" }.freeze

  class Refusal < StandardError
    attr_reader :status, :code, :param, :headers

    def initialize(status, code, message, param: nil, headers: {})
      super(message)
      @status, @code, @param, @headers = status, code, param, headers
    end
  end

  # `authorize` gets the Rack environment and returns the id of the signed-in user, or nil.
  def initialize(api_key: ENV.fetch("LIGHTFIELD_API_KEY"), secret: ENV.fetch("UPLOAD_SECRET"), path: ENV.fetch("UPLOAD_PATH", "/api/uploads"),
                 api: ENV.fetch("LIGHTFIELD_URL", "https://api.lightfield.app"), origins: ENV.fetch("ALLOWED_ORIGINS", "").split, &authorize)
    @api_key, @secret, @path, @api, @origins, @authorize = api_key, secret, path, api, origins, authorize
  end

  def call(env)
    status, headers, allowed = 200, {}, cors(env)
    begin
      raise Refusal.new(403, "origin_not_allowed", "Pages of this origin may not call the endpoint.") if allowed.nil?
      reply = env["REQUEST_METHOD"] == "OPTIONS" ? {} : perform(env)
    rescue Refusal => e
      status, headers = e.status, e.headers
      type = TYPES.fetch(status, status < 500 ? "bad_request" : "internal_server_error")
      reply = { error: { type: type, code: e.code, message: e.message, param: e.param }.compact }
    end
    body = env["REQUEST_METHOD"] == "HEAD" ? [] : [JSON.generate(reply)]
    [status, { "content-type" => "application/json", "cache-control" => "no-store" }.merge(headers, allowed || {}), body]
  end

  private

  def perform(env)
    path = "#{env["SCRIPT_NAME"]}#{env["PATH_INFO"]}".delete_prefix(@path).chomp("/")
    route = %r{\A(?:/(?<id>[\w-]{1,128})(?:/(?<verb>complete|cancel))?)?\z}.match(path)
    raise Refusal.new(404, "not_found", "The endpoint has no such path.") unless route
    id, verb, method = route[:id], route[:verb], env["REQUEST_METHOD"]
    expected = id && !verb ? "GET" : "POST"
    subject = @authorize.call(env) or raise Refusal.new(401, "not_signed_in", "Sign in to upload files.")
    raise Refusal.new(403, "reading_not_allowed", "You are not allowed to read files here.") if method == "GET" && !id
    raise Refusal.new(405, "method_not_allowed", "The endpoint has no such call.", headers: { "allow" => expected }) if method != expected
    return create(env, subject) unless id
    verify(env["HTTP_X_LIGHTFIELD_FILE_TOKEN"], id, subject)
    sent = verb && {}
    if verb == "complete"
      sent = read_json(env).slice("md5").compact
      raise invalid("md5", "must be 32 hexadecimal digits") if sent["md5"] && !/\A\h{32}\z/.match?(sent["md5"].to_s)
    end
    lightfield(method, "/files/#{[id, verb].compact.join("/")}", sent).slice(*FILE_FIELDS)
  end

  def create(env, subject)
    body, key = read_json(env), env["HTTP_IDEMPOTENCY_KEY"].to_s
    raise Refusal.new(400, "idempotency_key_too_long", "Idempotency-Key may have at most 255 characters.") if key.length > 255
    # With the user in the key, nobody gets the session of another user.
    key = key.empty? ? nil : OpenSSL::Digest::SHA256.hexdigest("#{subject}\n#{key}")
    file = lightfield("POST", "/files", new_file(body), key)
    file.slice(*FILE_FIELDS, "uploadUrl", "uploadHeaders").merge("token" => sign(file, subject, body["context"]))
  end

  # One call of the Lightfield API. Its refusals are passed on, except those that are about the API key.
  def lightfield(method, path, body = nil, key = nil)
    uri = URI("#{@api}/v1#{path}")
    headers = { "authorization" => "Bearer #{@api_key}", "lightfield-version" => "2026-03-01", "content-type" => "application/json" }
    headers["idempotency-key"] = key if key
    http = Net::HTTP.new(uri.host, uri.port)
    http.use_ssl, http.open_timeout, http.read_timeout = uri.scheme == "https", 10, 20
    response = http.send_request(method, uri.request_uri, body && JSON.generate(body), headers)
    status, reply = response.code.to_i, parse(response.body)
    return reply if status.between?(200, 299) && reply.is_a?(Hash)
    if status == 401
      warn "Lightfield refuses LIGHTFIELD_API_KEY"
      raise Refusal.new(502, "key_refused", "The upload server is not configured correctly. Its log has the reason.")
    end
    raise SocketError, "status #{status}" if status < 400
    error = reply.is_a?(Hash) ? (reply["error"].is_a?(Hash) ? reply["error"] : reply) : {}
    raise Refusal.new(status, error["code"] || error["type"] || "upstream_error", error["message"] || "Lightfield answered with status #{status}.",
                      param: error["param"], headers: { "retry-after" => response["retry-after"] }.compact)
  rescue SystemCallError, SocketError, Timeout::Error, IOError, OpenSSL::SSL::SSLError
    raise Refusal.new(503, "upstream_unreachable", "Lightfield cannot be reached.", headers: { "retry-after" => "2" })
  end

  def parse(text)
    JSON.parse(text.to_s)
  rescue JSON::ParserError, EncodingError
    nil
  end

  def base64url(bytes)
    [bytes].pack("m0").tr("+/", "-_").delete("=")
  end

  def signature(payload, subject)
    base64url(OpenSSL::HMAC.digest("SHA256", @secret, "lightfield-uploader file token v1\n#{payload}\n#{subject}"))
  end

  # A token that lets only this user continue this file: valid for a day after its session.
  def sign(file, subject, context)
    finish = file["expiresAt"] ? Time.iso8601(file["expiresAt"]) : Time.now
    claims = { f: file["id"], e: (finish.to_i + 86_400) * 1000, m: "upload", c: context }.compact
    payload = base64url(JSON.generate(claims))
    "#{payload}.#{signature(payload, subject)}"
  end

  def verify(token, id, subject)
    raise Refusal.new(401, "token_missing", "This call needs the file token that was returned by create.") if token.to_s.empty?
    payload, given = token.split(".", 2)
    genuine = OpenSSL.secure_compare(signature(payload, subject), given.to_s)
    claims = genuine ? JSON.parse(payload.tr("-_", "+/").unpack1("m")) : {}
    raise Refusal.new(403, "token_invalid", "This token is not valid for this file.") if claims["f"] != id || claims["m"] != "upload"
    raise Refusal.new(401, "token_expired", "The token of this upload has expired.") if claims["e"] <= Time.now.to_f * 1000
  end

  def invalid(param, rule)
    Refusal.new(400, "invalid_value", "#{param} #{rule}.", param: param)
  end

  def new_file(body)
    name = body["filename"].to_s.scrub("").gsub(/[\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/, "").split(%r{[\\/]}).last.to_s.strip
    type, size, purpose = body["mimeType"], body["sizeBytes"], body["purpose"]
    raise invalid("filename", "must be a name of 1 to 255 characters") if !name.length.between?(1, 255) || %w[. ..].include?(name)
    raise invalid("mimeType", 'must be a media type such as "text/vtt"') unless type.is_a?(String) && %r{\A[\w!#$&^.+-]+/[\w!#$&^.+-]+\z}.match?(type)
    raise invalid("sizeBytes", "must be a whole number of at least 1") unless size.is_a?(Integer) && size >= 1
    raise Refusal.new(403, "file_too_large", "A file may have at most #{MAX_FILE_BYTES} bytes.", param: "sizeBytes") if size > MAX_FILE_BYTES
    raise Refusal.new(403, "purpose_not_allowed", "Files for this purpose are not accepted here.", param: "purpose") unless PURPOSES.include?(purpose)
    raise invalid("context", "may have at most 4096 bytes as JSON") if JSON.generate(body["context"]).bytesize > 4096
    { filename: name, mimeType: type.downcase, sizeBytes: size, purpose: purpose }
  end

  def read_json(env)
    text = env["rack.input"]&.read(MAX_BODY_BYTES + 1).to_s
    raise Refusal.new(413, "body_too_large", "The body may have at most #{MAX_BODY_BYTES} bytes.") if text.bytesize > MAX_BODY_BYTES
    unless env["CONTENT_TYPE"].to_s.split(";").first.to_s.strip.casecmp?("application/json")
      raise Refusal.new(415, "json_required", "The body must be JSON, with the content type application/json.")
    end
    body = text.empty? ? {} : parse(text.force_encoding("UTF-8"))
    raise Refusal.new(400, "invalid_json", "The body is not a JSON object.") unless body.is_a?(Hash)
    body
  end

  # CORS headers of a page of another origin; nil if that page may not call the endpoint.
  def cors(env)
    origin = env["HTTP_ORIGIN"]
    return { "vary" => "Origin" } if origin.nil? || origin.sub(%r{\A\w+://}, "") == env["HTTP_HOST"]
    return nil unless @origins.include?(origin)
    { "vary" => "Origin", "access-control-allow-origin" => origin, "access-control-allow-credentials" => "true",
      "access-control-expose-headers" => "Retry-After", "access-control-allow-methods" => "GET, POST",
      "access-control-allow-headers" => env["HTTP_ACCESS_CONTROL_REQUEST_HEADERS"].to_s }
  end
end
