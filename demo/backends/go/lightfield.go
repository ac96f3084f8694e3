package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"
)

var client = &http.Client{Timeout: 20 * time.Second}

// lightfield makes one call of the Lightfield API. It passes refusals on, except those that are about the API key.
func lightfield(method, path string, body object, key string) (object, *refusal) {
	var content io.Reader
	if body != nil {
		text, _ := json.Marshal(body)
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, api+"/v1"+path, content)
	if err != nil {
		return nil, refuse(503, "upstream_unreachable", "Lightfield cannot be reached.")
	}
	request.Header.Set("Authorization", "Bearer "+apiKey)
	request.Header.Set("Lightfield-Version", "2026-03-01")
	request.Header.Set("Content-Type", "application/json")
	if key != "" {
		request.Header.Set("Idempotency-Key", key)
	}
	response, err := client.Do(request)
	if err != nil {
		return nil, &refusal{503, "upstream_unreachable", "Lightfield cannot be reached.", "", "2"}
	}
	defer response.Body.Close()
	var reply object
	err = json.NewDecoder(io.LimitReader(response.Body, 1<<20)).Decode(&reply)
	if response.StatusCode == 401 {
		log.Print("Lightfield refuses LIGHTFIELD_API_KEY")
		return nil, refuse(502, "key_refused", "The upload server is not configured correctly. Its log has the reason.")
	}
	if response.StatusCode < 300 && err == nil {
		return reply, nil
	}
	if response.StatusCode < 400 {
		return nil, refuse(502, "upstream_error", "Lightfield's response could not be understood.")
	}
	told, wrapped := reply["error"].(object)
	if !wrapped {
		told = reply
	}
	code := text(told["code"], text(told["type"], "upstream_error"))
	message := text(told["message"], fmt.Sprintf("Lightfield answered with status %d.", response.StatusCode))
	return nil, &refusal{response.StatusCode, code, message, text(told["param"], ""), response.Header.Get("Retry-After")}
}
