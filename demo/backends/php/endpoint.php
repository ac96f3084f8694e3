<?php
/**
 * Upload endpoint for lightfield-uploader: plain PHP 8.1 or later, without packages. The contract is openapi.yaml.
 * LIGHTFIELD_API_KEY and UPLOAD_SECRET come from the environment and never reach the browser.
 */
declare(strict_types=1);

const PURPOSES = ['meeting_transcript'];
const MAX_FILE_BYTES = 536_870_912;
const MAX_BODY_BYTES = 65_536;
const FILE_FIELDS = ['id', 'filename', 'mimeType', 'sizeBytes', 'status', 'createdAt', 'completedAt', 'expiresAt'];
const TYPES = [400 => 'bad_request', 401 => 'unauthorized', 403 => 'forbidden', 404 => 'not_found', 405 => 'method_not_allowed',
    409 => 'conflict', 413 => 'content_too_large', 415 => 'unsupported_media_type', 422 => 'unprocessable_content',
    429 => 'too_many_requests', 502 => 'bad_gateway', 503 => 'service_unavailable'];

/** The id of the signed-in user, or null. Replace this with your own login check: anyone can write such a cookie. */
function authorize(): ?string
{
    $user = $_COOKIE['user'] ?? null;
    return is_string($user) && $user !== '' ? $user : null;
}

final class Refusal extends Exception
{
    public function __construct(
        public readonly int $status,
        public readonly string $name,
        string $message,
        public readonly ?string $param = null,
        public readonly array $headers = [],
    ) {
        parent::__construct($message);
    }
}

/** A setting from the environment. */
function setting(string $name, ?string $default = null): string
{
    $value = getenv($name);
    return $value !== false && $value !== '' ? $value : ($default ?? throw new RuntimeException("Set the environment variable $name."));
}

/** One call of the Lightfield API. Its refusals are passed on, except those that are about the API key. */
function lightfield(string $method, string $path, ?array $body = null, ?string $key = null): array
{
    $headers = ['Authorization: Bearer ' . setting('LIGHTFIELD_API_KEY'), 'Lightfield-Version: 2026-03-01', 'Content-Type: application/json'];
    if ($key !== null) $headers[] = "Idempotency-Key: $key";
    $retryAfter = null;
    $call = curl_init(setting('LIGHTFIELD_URL', 'https://api.lightfield.app') . "/v1$path");
    curl_setopt_array($call, [CURLOPT_CUSTOMREQUEST => $method, CURLOPT_HTTPHEADER => $headers, CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 20, CURLOPT_HEADERFUNCTION => function ($call, string $line) use (&$retryAfter): int {
            if (preg_match('/^retry-after: *(.+?)\s*$/i', $line, $match)) $retryAfter = $match[1];
            return strlen($line);
        }]);
    if ($body !== null) curl_setopt($call, CURLOPT_POSTFIELDS, json_encode((object) $body));
    $text = curl_exec($call);
    $status = curl_getinfo($call, CURLINFO_RESPONSE_CODE);
    $reply = is_string($text) ? json_decode($text, true) : null;
    $wait = $retryAfter === null ? [] : ["Retry-After: $retryAfter"];
    if ($status >= 200 && $status < 300 && is_array($reply)) return $reply;
    if ($status === 401) {
        error_log('Lightfield refuses LIGHTFIELD_API_KEY');
        throw new Refusal(502, 'key_refused', 'The upload server is not configured correctly. Its log has the reason.');
    }
    if ($status < 400) throw new Refusal(503, 'upstream_unreachable', 'Lightfield cannot be reached.', null, ['Retry-After: 2']);
    $error = is_array($reply['error'] ?? null) ? $reply['error'] : (is_array($reply) ? $reply : []);
    throw new Refusal($status, (string) ($error['code'] ?? $error['type'] ?? 'upstream_error'),
        (string) ($error['message'] ?? "Lightfield answered with status $status."), $error['param'] ?? null, $wait);
}

function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function signature(string $payload, string $subject): string
{
    return base64url(hash_hmac('sha256', "lightfield-uploader file token v1\n$payload\n$subject", setting('UPLOAD_SECRET'), true));
}

/** A token that lets only this user continue this file: valid for a day after its session. */
function sign(array $file, string $subject, mixed $context): string
{
    $end = strtotime($file['expiresAt'] ?? '') ?: time();
    $claims = ['f' => $file['id'], 'e' => ($end + 86_400) * 1000, 'm' => 'upload'];
    if ($context !== null) $claims['c'] = $context;
    $payload = base64url(json_encode($claims, JSON_THROW_ON_ERROR));
    return $payload . '.' . signature($payload, $subject);
}

function verify(?string $token, string $fileId, string $subject): void
{
    if ($token === null || $token === '') throw new Refusal(401, 'token_missing', 'This call needs the file token that was returned by create.');
    [$payload, $given] = explode('.', $token, 2) + [1 => ''];
    $claims = hash_equals(signature($payload, $subject), $given) ? json_decode(base64_decode(strtr($payload, '-_', '+/')), true) : null;
    if (($claims['f'] ?? null) !== $fileId || $claims['m'] !== 'upload') {
        throw new Refusal(403, 'token_invalid', 'This token is not valid for this file.');
    }
    if ($claims['e'] <= microtime(true) * 1000) throw new Refusal(401, 'token_expired', 'The token of this upload has expired.');
}

function invalid(string $param, string $rule): Refusal
{
    return new Refusal(400, 'invalid_value', "$param $rule.", $param);
}

function newFile(object $body): array
{
    $name = is_string($body->filename ?? null) ? $body->filename : '';
    $name = preg_replace('/[\x00-\x1f\x7f\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]/u', '', $name) ?? '';
    $parts = preg_split('#[\\\\/]#', $name);
    $name = trim(end($parts));
    $length = preg_match_all('/./us', $name);
    if ($length < 1 || $length > 255 || $name === '.' || $name === '..') throw invalid('filename', 'must be a name of 1 to 255 characters');
    $type = $body->mimeType ?? null;
    if (!is_string($type) || !preg_match('#^[\w!\#$&^.+-]+/[\w!\#$&^.+-]+$#D', $type)) throw invalid('mimeType', 'must be a media type such as "text/vtt"');
    $size = $body->sizeBytes ?? null;
    if (!is_int($size) || $size < 1) throw invalid('sizeBytes', 'must be a whole number of at least 1');
    if ($size > MAX_FILE_BYTES) throw new Refusal(403, 'file_too_large', 'A file may have at most ' . MAX_FILE_BYTES . ' bytes.', 'sizeBytes');
    $purpose = $body->purpose ?? null;
    if (!in_array($purpose, PURPOSES, true)) throw new Refusal(403, 'purpose_not_allowed', 'Files for this purpose are not accepted here.', 'purpose');
    if (strlen(json_encode($body->context ?? null)) > 4096) throw invalid('context', 'may have at most 4096 bytes as JSON');
    return ['filename' => $name, 'mimeType' => strtolower($type), 'sizeBytes' => $size, 'purpose' => $purpose];
}

function readJson(): object
{
    $text = file_get_contents('php://input', false, null, 0, MAX_BODY_BYTES + 1);
    if (strlen($text) > MAX_BODY_BYTES) throw new Refusal(413, 'body_too_large', 'The body may have at most ' . MAX_BODY_BYTES . ' bytes.');
    if (strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0])) !== 'application/json') {
        throw new Refusal(415, 'json_required', 'The body must be JSON, with the content type application/json.');
    }
    $body = json_decode($text === '' ? '{}' : $text);
    if (!is_object($body)) throw new Refusal(400, 'invalid_json', 'The body is not a JSON object.');
    return $body;
}

function perform(): array
{
    $path = rtrim(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH), '/');
    $base = setting('UPLOAD_PATH', '/api/uploads');
    if (!preg_match('#^' . preg_quote($base, '#') . '(?:/([\w-]{1,128})(?:/(complete|cancel))?)?$#D', $path, $route)) {
        throw new Refusal(404, 'not_found', 'The endpoint has no such path.');
    }
    [$fileId, $verb] = [$route[1] ?? '', $route[2] ?? ''];
    [$method, $expected] = [$_SERVER['REQUEST_METHOD'], $fileId !== '' && $verb === '' ? 'GET' : 'POST'];
    $subject = authorize() ?? throw new Refusal(401, 'not_signed_in', 'Sign in to upload files.');
    if ($method === 'GET' && $fileId === '') throw new Refusal(403, 'reading_not_allowed', 'You are not allowed to read files here.');
    if ($method !== $expected) throw new Refusal(405, 'method_not_allowed', 'The endpoint has no such call.', null, ["Allow: $expected"]);
    if ($fileId === '') {
        $body = readJson();
        $key = $_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? '';
        if (strlen($key) > 255) throw new Refusal(400, 'idempotency_key_too_long', 'Idempotency-Key may have at most 255 characters.');
        // With the user in the key, nobody gets the session of another user.
        $file = lightfield('POST', '/files', newFile($body), $key === '' ? null : hash('sha256', "$subject\n$key"));
        $own = array_intersect_key($file, array_flip([...FILE_FIELDS, 'uploadUrl', 'uploadHeaders']));
        return [...$own, 'uploadHeaders' => (object) ($file['uploadHeaders'] ?? []), 'token' => sign($file, $subject, $body->context ?? null)];
    }
    verify($_SERVER['HTTP_X_LIGHTFIELD_FILE_TOKEN'] ?? null, $fileId, $subject);
    $md5 = $verb === 'complete' ? readJson()->md5 ?? null : null;
    if ($md5 !== null && !(is_string($md5) && preg_match('/^[0-9a-f]{32}$/iD', $md5))) throw invalid('md5', 'must be 32 hexadecimal digits');
    $sent = $verb === '' ? null : ($md5 === null ? [] : ['md5' => $md5]);
    $file = lightfield($method, "/files/$fileId" . ($verb === '' ? '' : "/$verb"), $sent);
    return array_intersect_key($file, array_flip(FILE_FIELDS));
}

/** Sends the CORS headers of a page of another origin. Returns whether that page may call the endpoint. */
function allowOrigin(): bool
{
    header('Vary: Origin');
    $origin = $_SERVER['HTTP_ORIGIN'] ?? null;
    if ($origin === null || preg_replace('#^\w+://#', '', $origin) === $_SERVER['HTTP_HOST']) return true;
    if (!in_array($origin, explode(' ', setting('ALLOWED_ORIGINS', ' ')), true)) return false;
    header("Access-Control-Allow-Origin: $origin");
    header('Access-Control-Allow-Credentials: true');
    header('Access-Control-Expose-Headers: Retry-After');
    header('Access-Control-Allow-Methods: GET, POST');
    header('Access-Control-Allow-Headers: ' . ($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_HEADERS'] ?? ''));
    return true;
}

[$status, $headers] = [200, []];
try {
    if (!allowOrigin()) throw new Refusal(403, 'origin_not_allowed', 'Pages of this origin may not call the endpoint.');
    $reply = $_SERVER['REQUEST_METHOD'] === 'OPTIONS' ? (object) [] : perform();
} catch (Refusal $refusal) {
    [$status, $headers] = [$refusal->status, $refusal->headers];
    $error = ['type' => TYPES[$status] ?? ($status < 500 ? 'bad_request' : 'internal_server_error'), 'code' => $refusal->name, 'message' => $refusal->getMessage()];
    $reply = ['error' => $refusal->param === null ? $error : [...$error, 'param' => $refusal->param]];
}
http_response_code($status);
foreach ([...$headers, 'Content-Type: application/json', 'Cache-Control: no-store'] as $line) header($line);
echo json_encode($reply);
