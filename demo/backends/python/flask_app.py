"""The endpoint in a Flask site, below /api/uploads."""

import os

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware

from endpoint import BASE, application

app = Flask(__name__)
app.wsgi_app = DispatcherMiddleware(app.wsgi_app, {BASE: application})


@app.get("/")
def home():
    return '<lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader>'


if __name__ == "__main__":
    app.run("127.0.0.1", int(os.environ.get("PORT", "3000")), threaded=True)
