"""Upload endpoint for lightfield-uploader: Python's standard library only, as a WSGI application.

The contract is openapi.yaml. LIGHTFIELD_API_KEY and UPLOAD_SECRET come from the environment and never reach the browser.
"""

import base64, hashlib, hmac, json, os, re, time, urllib.error, urllib.request
from datetime import datetime
from http.cookies import SimpleCookie

API_KEY = os.environ["LIGHTFIELD_API_KEY"]
SECRET = os.environ["UPLOAD_SECRET"].encode()  # openssl rand -base64 33; the same on every server
API = os.environ.get("LIGHTFIELD_URL", "https://api.lightfield.app")
BASE = os.environ.get("UPLOAD_PATH", "/api/uploads")  # where the application is mounted
ORIGINS = os.environ.get("ALLOWED_ORIGINS", "").split()  # pages of other origins that may upload
PURPOSES = ["meeting_transcript"]
MAX_FILE_BYTES = 536_870_912
MAX_BODY_BYTES = 65_536
FILE_FIELDS = ["id", "filename", "mimeType", "sizeBytes", "status", "createdAt", "completedAt", "expiresAt"]


def authorize(environ):
    """The id of the signed-in user, or None. Replace this with your own login check: anyone can write such a cookie."""
    user = SimpleCookie(environ.get("HTTP_COOKIE", "")).get("user")
    return user.value if user and user.value else None


class Refusal(Exception):
    TYPES = {400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 405: "method_not_allowed",
             409: "conflict", 413: "content_too_large", 415: "unsupported_media_type", 422: "unprocessable_content",
             429: "too_many_requests", 502: "bad_gateway", 503: "service_unavailable"}

    def __init__(self, status, code, message, param=None, headers=()):
        super().__init__(message)
        self.status, self.headers = status, list(headers)
        kind = self.TYPES.get(status, "bad_request" if status < 500 else "internal_server_error")
        self.body = {"error": {"type": kind, "code": code, "message": message, **({"param": param} if param else {})}}


def lightfield(method, path, body=None, key=None):
    """One call of the Lightfield API. Its refusals are passed on, except those that are about the API key."""
    headers = {"authorization": f"Bearer {API_KEY}", "lightfield-version": "2026-03-01", "content-type": "application/json"}
    if key:
        headers["idempotency-key"] = key
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(f"{API}/v1{path}", data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        if error.code == 401:
            print("Lightfield refuses LIGHTFIELD_API_KEY", flush=True)
            raise Refusal(502, "key_refused", "The upload server is not configured correctly. Its log has the reason.")
        try:
            reply = json.load(error)
            told = reply.get("error", reply)
            code, message, param = told.get("code") or told.get("type"), told["message"], told.get("param")
        except (ValueError, KeyError, AttributeError):
            code, message, param = "upstream_error", f"Lightfield answered with status {error.code}.", None
        wait = error.headers.get("retry-after")
        raise Refusal(error.code, code, message, param, [("Retry-After", wait)] if wait else [])
    except (OSError, ValueError):
        raise Refusal(503, "upstream_unreachable", "Lightfield cannot be reached.", None, [("Retry-After", "2")])


def base64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def signature(payload, subject):
    text = f"lightfield-uploader file token v1\n{payload}\n{subject}"
    return base64url(hmac.new(SECRET, text.encode(), hashlib.sha256).digest())


def sign(file, subject, context):
    """A token that lets only this user continue this file: valid for a day after its session."""
    end = datetime.fromisoformat(file["expiresAt"].replace("Z", "+00:00")).timestamp() if file.get("expiresAt") else time.time()
    claims = {"f": file["id"], "e": int(end * 1000) + 86_400_000, "m": "upload", **({} if context is None else {"c": context})}
    payload = base64url(json.dumps(claims).encode())
    return f"{payload}.{signature(payload, subject)}"


def verify(token, file_id, subject):
    if not token:
        raise Refusal(401, "token_missing", "This call needs the file token that was returned by create.")
    payload, _, given = token.partition(".")
    genuine = hmac.compare_digest(given.encode(), signature(payload, subject).encode())
    claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))) if genuine else {}
    if claims.get("f") != file_id or claims.get("m") != "upload":
        raise Refusal(403, "token_invalid", "This token is not valid for this file.")
    if claims["e"] <= time.time() * 1000:
        raise Refusal(401, "token_expired", "The token of this upload has expired.")


def invalid(param, rule):
    return Refusal(400, "invalid_value", f"{param} {rule}.", param)


def new_file(body):
    name = re.sub(r"[\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "", str(body.get("filename") or ""))
    name = re.split(r"[\\/]", name)[-1].strip()
    size, kind, purpose = body.get("sizeBytes"), body.get("mimeType"), body.get("purpose")
    if not 1 <= len(name) <= 255 or name in (".", ".."):
        raise invalid("filename", "must be a name of 1 to 255 characters")
    if not isinstance(kind, str) or not re.fullmatch(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", kind, re.ASCII):
        raise invalid("mimeType", 'must be a media type such as "text/vtt"')
    if type(size) is not int or size < 1:
        raise invalid("sizeBytes", "must be a whole number of at least 1")
    if size > MAX_FILE_BYTES:
        raise Refusal(403, "file_too_large", f"A file may have at most {MAX_FILE_BYTES} bytes.", "sizeBytes")
    if purpose not in PURPOSES:
        raise Refusal(403, "purpose_not_allowed", "Files for this purpose are not accepted here.", "purpose")
    if len(json.dumps(body.get("context")).encode()) > 4096:
        raise invalid("context", "may have at most 4096 bytes as JSON")
    return {"filename": name, "mimeType": kind.lower(), "sizeBytes": size, "purpose": purpose}


def read_json(environ):
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MAX_BODY_BYTES:
        raise Refusal(413, "body_too_large", f"Content-Length must be a number, at most {MAX_BODY_BYTES}.")
    if environ.get("CONTENT_TYPE", "").split(";")[0].strip().lower() != "application/json":
        raise Refusal(415, "json_required", "The body must be JSON, with the content type application/json.")
    try:
        body = json.loads(environ["wsgi.input"].read(int(length)) or b"{}")
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Refusal(400, "invalid_json", "The body is not a JSON object.")
    return body


def perform(environ):
    path = (environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")).removeprefix(BASE).rstrip("/")
    route = re.fullmatch(r"(?:/([\w-]{1,128})(?:/(complete|cancel))?)?", path, re.ASCII)
    if not route:
        raise Refusal(404, "not_found", "The endpoint has no such path.")
    file_id, verb = route.groups()
    method, expected = environ["REQUEST_METHOD"], "GET" if file_id and not verb else "POST"
    subject = authorize(environ)
    if subject is None:
        raise Refusal(401, "not_signed_in", "Sign in to upload files.")
    if method == "GET" and not file_id:
        raise Refusal(403, "reading_not_allowed", "You are not allowed to read files here.")
    if method != expected:
        raise Refusal(405, "method_not_allowed", "The endpoint has no such call.", None, [("Allow", expected)])
    if not file_id:
        body, key = read_json(environ), environ.get("HTTP_IDEMPOTENCY_KEY", "")
        if len(key) > 255:
            raise Refusal(400, "idempotency_key_too_long", "Idempotency-Key may have at most 255 characters.")
        # With the user in the key, nobody gets the session of another user.
        key = hashlib.sha256(f"{subject}\n{key}".encode()).hexdigest() if key else None
        file = lightfield("POST", "/files", new_file(body), key)
        own = {name: file[name] for name in (*FILE_FIELDS, "uploadUrl", "uploadHeaders") if name in file}
        return {**own, "token": sign(file, subject, body.get("context"))}
    verify(environ.get("HTTP_X_LIGHTFIELD_FILE_TOKEN"), file_id, subject)
    sent = {}
    if verb == "complete":
        sent = {name: value for name, value in read_json(environ).items() if name == "md5"}
        if "md5" in sent and not re.fullmatch(r"[0-9a-fA-F]{32}", str(sent["md5"])):
            raise invalid("md5", "must be 32 hexadecimal digits")
    file = lightfield(method, f"/files/{file_id}" + (f"/{verb}" if verb else ""), sent if verb else None)
    return {name: file[name] for name in FILE_FIELDS if name in file}


def cors(environ):
    """CORS headers of a page of another origin; None if that page may not call the endpoint."""
    origin = environ.get("HTTP_ORIGIN")
    if origin is None or origin.partition("://")[2] == environ.get("HTTP_HOST"):
        return [("Vary", "Origin")]
    if origin not in ORIGINS:
        return None
    return [("Vary", "Origin"), ("Access-Control-Allow-Origin", origin), ("Access-Control-Allow-Credentials", "true"),
            ("Access-Control-Expose-Headers", "Retry-After"), ("Access-Control-Allow-Methods", "GET, POST"),
            ("Access-Control-Allow-Headers", environ.get("HTTP_ACCESS_CONTROL_REQUEST_HEADERS", ""))]


def application(environ, start_response):
    allowed, status, headers = cors(environ), 200, []
    try:
        if allowed is None:
            raise Refusal(403, "origin_not_allowed", "Pages of this origin may not call the endpoint.")
        reply = {} if environ["REQUEST_METHOD"] == "OPTIONS" else perform(environ)
    except (Refusal, RecursionError) as error:
        refusal = error if isinstance(error, Refusal) else invalid("body", "is nested too deeply")
        reply, status, headers = refusal.body, refusal.status, refusal.headers
    headers += [("Content-Type", "application/json"), ("Cache-Control", "no-store"), *(allowed or [])]
    start_response(f"{status} {'OK' if status < 400 else 'Refused'}", headers)
    return [json.dumps(reply).encode()]


if __name__ == "__main__":
    from socketserver import ThreadingMixIn
    from wsgiref.simple_server import WSGIServer, make_server

    class Server(ThreadingMixIn, WSGIServer):
        daemon_threads = True

    with make_server("127.0.0.1", int(os.environ.get("PORT", "3000")), application, Server) as server:
        print(f"listening on {server.server_port}", flush=True)
        server.serve_forever()
