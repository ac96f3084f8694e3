// Upload endpoint for lightfield-uploader: Go's standard library only. The contract is openapi.yaml.
// LIGHTFIELD_API_KEY and UPLOAD_SECRET come from the environment and never reach the browser.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"
)

const (
	maxFileBytes = 536_870_912
	maxBodyBytes = 65_536
)

var (
	apiKey     = os.Getenv("LIGHTFIELD_API_KEY")
	secret     = []byte(os.Getenv("UPLOAD_SECRET")) // openssl rand -base64 33; the same on every server
	api        = setting("LIGHTFIELD_URL", "https://api.lightfield.app")
	base       = setting("UPLOAD_PATH", "/api/uploads")
	origins    = strings.Fields(os.Getenv("ALLOWED_ORIGINS"))
	purposes   = []string{"meeting_transcript"}
	fileFields = []string{"id", "filename", "mimeType", "sizeBytes", "status", "createdAt", "completedAt", "expiresAt"}

	routes    = regexp.MustCompile(`^(?:/([\w-]{1,128})(?:/(complete|cancel))?)?$`)
	invisible = regexp.MustCompile(`[\x00-\x1f\x7f\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)
	mediaType = regexp.MustCompile(`^[\w!#$&^.+-]+/[\w!#$&^.+-]+$`)
	md5Digits = regexp.MustCompile(`^[0-9a-fA-F]{32}$`)
	types     = map[int]string{400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found", 405: "method_not_allowed",
		409: "conflict", 413: "content_too_large", 415: "unsupported_media_type", 422: "unprocessable_content",
		429: "too_many_requests", 502: "bad_gateway", 503: "service_unavailable"}
)

type object = map[string]any

// authorize returns the id of the signed-in user, or "". Replace it with your own login check: anyone can write such a cookie.
func authorize(r *http.Request) string {
	if cookie, err := r.Cookie("user"); err == nil {
		return cookie.Value
	}
	return ""
}

type refusal struct {
	status                     int
	code, message, param, wait string
}

func refuse(status int, code, message string) *refusal {
	return &refusal{status: status, code: code, message: message}
}

func invalid(param, rule string) *refusal {
	return &refusal{status: 400, code: "invalid_value", message: param + " " + rule + ".", param: param}
}

func newFile(body object) (object, *refusal) {
	parts := strings.FieldsFunc(invisible.ReplaceAllString(text(body["filename"], ""), ""), func(c rune) bool { return c == '/' || c == '\\' })
	name := ""
	if len(parts) > 0 {
		name = strings.TrimSpace(parts[len(parts)-1])
	}
	kind, purpose := text(body["mimeType"], ""), text(body["purpose"], "")
	size, isNumber := body["sizeBytes"].(float64)
	context, _ := json.Marshal(body["context"])
	switch length := utf8.RuneCountInString(name); {
	case length < 1 || length > 255 || name == "." || name == "..":
		return nil, invalid("filename", "must be a name of 1 to 255 characters")
	case !mediaType.MatchString(kind):
		return nil, invalid("mimeType", `must be a media type such as "text/vtt"`)
	case !isNumber || size < 1 || size != float64(int64(size)):
		return nil, invalid("sizeBytes", "must be a whole number of at least 1")
	case size > maxFileBytes:
		return nil, &refusal{403, "file_too_large", fmt.Sprintf("A file may have at most %d bytes.", maxFileBytes), "sizeBytes", ""}
	case !contains(purposes, purpose):
		return nil, &refusal{403, "purpose_not_allowed", "Files for this purpose are not accepted here.", "purpose", ""}
	case len(context) > 4096:
		return nil, invalid("context", "may have at most 4096 bytes as JSON")
	}
	return object{"filename": name, "mimeType": strings.ToLower(kind), "sizeBytes": int64(size), "purpose": purpose}, nil
}

func readJSON(r *http.Request) (object, *refusal) {
	content, err := io.ReadAll(io.LimitReader(r.Body, maxBodyBytes+1))
	if len(content) > maxBodyBytes {
		return nil, refuse(413, "body_too_large", fmt.Sprintf("The body may have at most %d bytes.", maxBodyBytes))
	}
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	if !strings.EqualFold(strings.TrimSpace(kind), "application/json") {
		return nil, refuse(415, "json_required", "The body must be JSON, with the content type application/json.")
	}
	body := object{}
	if err != nil || (len(content) > 0 && json.Unmarshal(content, &body) != nil) || body == nil {
		return nil, refuse(400, "invalid_json", "The body is not a JSON object.")
	}
	return body, nil
}

func perform(r *http.Request) (object, *refusal) {
	route := routes.FindStringSubmatch(strings.TrimSuffix(strings.TrimPrefix(r.URL.Path, base), "/"))
	if route == nil {
		return nil, refuse(404, "not_found", "The endpoint has no such path.")
	}
	fileID, verb, expected := route[1], route[2], "POST"
	if fileID != "" && verb == "" {
		expected = "GET"
	}
	subject := authorize(r)
	switch {
	case subject == "":
		return nil, refuse(401, "not_signed_in", "Sign in to upload files.")
	case r.Method == "GET" && fileID == "":
		return nil, refuse(403, "reading_not_allowed", "You are not allowed to read files here.")
	case r.Method != expected:
		return nil, refuse(405, "method_not_allowed", "The endpoint has no such call.")
	case fileID == "":
		return create(r, subject)
	}
	if refused := verify(r.Header.Get("X-Lightfield-File-Token"), fileID, subject); refused != nil {
		return nil, refused
	}
	path, sent := "/files/"+fileID, object(nil)
	if verb != "" {
		path, sent = path+"/"+verb, object{}
	}
	if verb == "complete" {
		body, refused := readJSON(r)
		if refused != nil {
			return nil, refused
		}
		if md5, given := body["md5"]; given && md5 != nil {
			if !md5Digits.MatchString(text(md5, "")) {
				return nil, invalid("md5", "must be 32 hexadecimal digits")
			}
			sent["md5"] = md5
		}
	}
	file, refused := lightfield(r.Method, path, sent, "")
	return only(file, fileFields), refused
}

func create(r *http.Request, subject string) (object, *refusal) {
	key := r.Header.Get("Idempotency-Key")
	if len(key) > 255 {
		return nil, refuse(400, "idempotency_key_too_long", "Idempotency-Key may have at most 255 characters.")
	}
	if key != "" { // With the user in the key, nobody gets the session of another user.
		sum := sha256.Sum256([]byte(subject + "\n" + key))
		key = hex.EncodeToString(sum[:])
	}
	body, refused := readJSON(r)
	if refused != nil {
		return nil, refused
	}
	wanted, refused := newFile(body)
	if refused != nil {
		return nil, refused
	}
	file, refused := lightfield("POST", "/files", wanted, key)
	if refused != nil {
		return nil, refused
	}
	reply := only(file, append([]string{"uploadUrl", "uploadHeaders"}, fileFields...))
	reply["token"] = sign(file, subject, body["context"])
	return reply, nil
}

// allowOrigin sets the CORS headers of a page of another origin. It returns whether that page may call the endpoint.
func allowOrigin(header http.Header, r *http.Request) bool {
	header.Set("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if _, host, _ := strings.Cut(origin, "://"); origin == "" || host == r.Host {
		return true
	}
	if !contains(origins, origin) {
		return false
	}
	header.Set("Access-Control-Allow-Origin", origin)
	header.Set("Access-Control-Allow-Credentials", "true")
	header.Set("Access-Control-Expose-Headers", "Retry-After")
	header.Set("Access-Control-Allow-Methods", "GET, POST")
	header.Set("Access-Control-Allow-Headers", r.Header.Get("Access-Control-Request-Headers"))
	return true
}

func handle(w http.ResponseWriter, r *http.Request) {
	reply, refused := object{}, (*refusal)(nil)
	if !allowOrigin(w.Header(), r) {
		refused = refuse(403, "origin_not_allowed", "Pages of this origin may not call the endpoint.")
	} else if r.Method != "OPTIONS" {
		reply, refused = perform(r)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	if refused != nil {
		kind, known := types[refused.status]
		if !known {
			kind = "internal_server_error"
		}
		details := object{"type": kind, "code": refused.code, "message": refused.message}
		if refused.param != "" {
			details["param"] = refused.param
		}
		if refused.wait != "" {
			w.Header().Set("Retry-After", refused.wait)
		}
		w.WriteHeader(refused.status)
		reply = object{"error": details}
	}
	json.NewEncoder(w).Encode(reply)
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func text(value any, fallback string) string {
	if text, isText := value.(string); isText && text != "" {
		return text
	}
	return fallback
}

func contains(list []string, wanted string) bool {
	for _, one := range list {
		if one == wanted {
			return true
		}
	}
	return false
}

func only(file object, names []string) object {
	kept := object{}
	for _, name := range names {
		if value, has := file[name]; has {
			kept[name] = value
		}
	}
	return kept
}

func main() {
	if apiKey == "" || len(secret) == 0 {
		log.Fatal("Set LIGHTFIELD_API_KEY and UPLOAD_SECRET.")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:"+setting("PORT", "3000"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("listening on", listener.Addr().(*net.TCPAddr).Port)
	http.HandleFunc(base, handle)
	http.HandleFunc(base+"/", handle)
	log.Fatal((&http.Server{ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 20 * time.Second}).Serve(listener))
}
