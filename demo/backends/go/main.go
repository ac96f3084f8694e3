// Upload endpoint for lightfield-uploader: Go's standard library only. The contract is openapi.yaml.
// LIGHTFIELD_API_KEY and UPLOAD_SECRET come from the environment and never reach the browser.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"mime"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"
)

const maxFileBytes, maxBodyBytes, maxContextBytes = 536_870_912, 65_536, 4096

type object = map[string]any

var (
	apiKey       = os.Getenv("LIGHTFIELD_API_KEY")
	secret       = []byte(os.Getenv("UPLOAD_SECRET")) // openssl rand -base64 33; the same on every server
	api          = setting("LIGHTFIELD_URL", "https://api.lightfield.app")
	base         = setting("UPLOAD_PATH", "/api/uploads")
	origins      = " " + os.Getenv("ALLOWED_ORIGINS") + " " // pages of other origins that may upload
	purposes     = map[string]bool{"meeting_transcript": true}
	client       = http.Client{Timeout: 20 * time.Second}
	routes       = regexp.MustCompile(`^(?:/([\w-]{1,128})(/complete|/cancel)?)?/?$`)
	unsafeInName = regexp.MustCompile(`^(.*[/\\])?\.+$|^.*[/\\]|[\x00-\x1f\x7f\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)
)

// authorize returns the id of the signed-in user, or "". Replace it with your own login check: anyone can write such a cookie.
func authorize(r *http.Request) string {
	if cookie, err := r.Cookie("user"); err == nil {
		return cookie.Value
	}
	return ""
}

// refusal ends a call: the functions below panic with it, and handle sends it in the error envelope.
type refusal struct {
	status     int
	retryAfter []string
	Type       string `json:"type"`
	Code       string `json:"code"`
	Message    string `json:"message"`
	Param      string `json:"param,omitempty"`
}

// require refuses the call unless the condition holds.
func require(condition bool, status int, code, message, param string) {
	if !condition {
		kind := strings.ReplaceAll(strings.ToLower(http.StatusText(status)), " ", "_")
		panic(refusal{status, nil, kind, code, message, param})
	}
}

// lightfield makes one call of the Lightfield API. Its refusals are passed on, except those that are about the API key.
func lightfield(method, path, body string, idempotencyKey ...string) (file object) {
	request, err := http.NewRequest(method, api+"/v1/files"+path, strings.NewReader(body))
	require(err == nil, 502, "misconfigured", "LIGHTFIELD_URL is not an address.", "")
	request.Header = http.Header{"Authorization": {"Bearer " + apiKey}, "Lightfield-Version": {"2026-03-01"},
		"Content-Type": {"application/json"}, "Idempotency-Key": idempotencyKey}
	response, err := client.Do(request)
	require(err == nil, 503, "upstream_unreachable", "Lightfield cannot be reached.", "")
	defer response.Body.Close()
	reply, _ := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	require(response.StatusCode != 401, 502, "key_refused", "Lightfield refuses the API key of this server.", "")
	if response.StatusCode >= 400 {
		told := refusal{response.StatusCode, response.Header["Retry-After"], "upstream_error", "upstream_error", "Lightfield: " + response.Status, ""}
		_ = json.Unmarshal(reply, &struct{ Error *refusal }{&told}) // fills in what Lightfield's envelope says
		panic(told)
	}
	require(json.Unmarshal(reply, &file) == nil, 502, "upstream_error", "Lightfield's reply could not be read.", "")
	return file
}

func signature(payload, subject string) string {
	mac := hmac.New(sha256.New, secret)
	fmt.Fprintf(mac, "lightfield-uploader file token v1\n%s\n%s", payload, subject)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// sign makes a token that lets only this user continue this file: for the hour that a session lasts, and a day after it.
func sign(id any, subject string, context json.RawMessage) string {
	claims, _ := json.Marshal(object{"f": id, "e": time.Now().Add(25 * time.Hour).UnixMilli(), "m": "upload", "c": context})
	payload := base64.RawURLEncoding.EncodeToString(claims)
	return payload + "." + signature(payload, subject)
}

func verify(token, id, subject string) {
	require(token != "", 401, "token_missing", "This call needs the file token that was returned by create.", "")
	payload, given, _ := strings.Cut(token, ".")
	text, _ := base64.RawURLEncoding.DecodeString(payload)
	var claims struct{ F, E, M any }
	isGenuine := hmac.Equal([]byte(given), []byte(signature(payload, subject))) && json.Unmarshal(text, &claims) == nil
	require(isGenuine && claims.F == id && claims.M == "upload", 403, "token_invalid", "This token is not valid for this file.", "")
	end, _ := claims.E.(float64)
	require(end > float64(time.Now().UnixMilli()), 401, "token_expired", "The token of this upload has expired.", "")
}

func readJSON(r *http.Request, body any) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	require(kind == "application/json", 415, "json_required", "The content type must be application/json.", "")
	err := json.NewDecoder(http.MaxBytesReader(nil, r.Body, maxBodyBytes)).Decode(body)
	require(err == nil, 400, "invalid_json", "The body is too large, or is not JSON with the fields of this call.", "")
}

func create(r *http.Request, subject string) object {
	var body struct {
		Filename, MimeType, Purpose string
		SizeBytes                   int64
		Context                     json.RawMessage
	}
	readJSON(r, &body)
	// This site's own limits; Lightfield itself refuses a name, type or size that nobody may send.
	name, keys := strings.TrimSpace(unsafeInName.ReplaceAllString(body.Filename, "")), r.Header["Idempotency-Key"]
	require(body.SizeBytes <= maxFileBytes, 403, "file_too_large", "The file is too large.", "sizeBytes")
	require(purposes[body.Purpose], 403, "purpose_not_allowed", "Files for this purpose are not accepted.", "purpose")
	require(len(body.Context) <= maxContextBytes, 400, "invalid_value", "The context is too large.", "context")
	for i, key := range keys { // With the user in the key, nobody gets the session of another user.
		require(len(key) <= 255, 400, "idempotency_key_too_long", "Idempotency-Key has more than 255 characters.", "")
		keys[i] = fmt.Sprintf("%x", sha256.Sum256([]byte(subject+"\n"+key)))
	}
	wanted, _ := json.Marshal(object{"filename": name, "mimeType": body.MimeType, "sizeBytes": body.SizeBytes, "purpose": body.Purpose})
	file := lightfield("POST", "", string(wanted), keys...)
	file["token"] = sign(file["id"], subject, body.Context)
	return file
}

func perform(r *http.Request) object {
	route := routes.FindStringSubmatch(strings.TrimPrefix(r.URL.Path, base))
	require(route != nil, 404, "not_found", "The endpoint has no such path.", "")
	subject, id, verb := authorize(r), route[1], route[2]
	require(subject != "", 401, "not_signed_in", "Sign in to upload files.", "")
	if r.Method == "POST" && id == "" {
		return create(r, subject)
	}
	require(id != "", 403, "reading_not_allowed", "You are not allowed to read files here.", "")
	verify(r.Header.Get("X-Lightfield-File-Token"), id, subject)
	if r.Method == "GET" && verb == "" {
		return lightfield("GET", "/"+id, "")
	}
	require(r.Method == "POST" && verb != "", 405, "method_not_allowed", "The endpoint has no such call.", "")
	var body struct {
		MD5 string `json:"md5,omitempty"`
	}
	readJSON(r, &body)
	sent, _ := json.Marshal(body)
	return lightfield("POST", "/"+id+verb, string(sent))
}

func handle(w http.ResponseWriter, r *http.Request) {
	header, origin, send := w.Header(), r.Header.Get("Origin"), json.NewEncoder(w).Encode
	header.Set("Content-Type", "application/json")
	header.Set("Cache-Control", "no-store")
	header.Set("Vary", "Origin")
	defer func() {
		switch reason := recover().(type) {
		case nil:
		case refusal:
			log.Printf("%s %s: %d %s", r.Method, r.URL.Path, reason.status, reason.Code)
			header["Retry-After"] = reason.retryAfter
			w.WriteHeader(reason.status)
			send(object{"error": reason})
		default:
			panic(reason)
		}
	}()
	if _, host, _ := strings.Cut(origin, "://"); origin != "" && host != r.Host {
		require(strings.Contains(origins, " "+origin+" "), 403, "origin_not_allowed", "Pages of this origin may not call the endpoint.", "")
		header.Set("Access-Control-Allow-Origin", origin)
		header.Set("Access-Control-Allow-Credentials", "true")
		header.Set("Access-Control-Expose-Headers", "Retry-After")
		header.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
	}
	if r.Method != "OPTIONS" {
		send(perform(r))
	}
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func main() {
	if apiKey == "" || len(secret) == 0 {
		log.Fatal("Set LIGHTFIELD_API_KEY and UPLOAD_SECRET.")
	}
	server := &http.Server{Addr: "127.0.0.1:" + setting("PORT", "3000"), Handler: http.HandlerFunc(handle), ReadTimeout: 20 * time.Second}
	log.Fatal(server.ListenAndServe())
}
