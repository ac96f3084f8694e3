package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

func signature(payload, subject string) string {
	mac := hmac.New(sha256.New, secret)
	fmt.Fprintf(mac, "lightfield-uploader file token v1\n%s\n%s", payload, subject)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// sign makes a token that lets only this user continue this file: valid for a day after its session.
func sign(file object, subject string, context any) string {
	end, err := time.Parse(time.RFC3339, text(file["expiresAt"], ""))
	if err != nil {
		end = time.Now()
	}
	claims := object{"f": file["id"], "e": end.Add(24 * time.Hour).UnixMilli(), "m": "upload"}
	if context != nil {
		claims["c"] = context
	}
	text, _ := json.Marshal(claims)
	payload := base64.RawURLEncoding.EncodeToString(text)
	return payload + "." + signature(payload, subject)
}

func verify(token, fileID, subject string) *refusal {
	if token == "" {
		return refuse(401, "token_missing", "This call needs the file token that was returned by create.")
	}
	payload, given, _ := strings.Cut(token, ".")
	var claims struct {
		F, M string
		E    float64
	}
	bytes, err := base64.RawURLEncoding.DecodeString(payload)
	genuine := hmac.Equal([]byte(given), []byte(signature(payload, subject)))
	if !genuine || err != nil || json.Unmarshal(bytes, &claims) != nil || claims.F != fileID || claims.M != "upload" {
		return refuse(403, "token_invalid", "This token is not valid for this file.")
	}
	if claims.E <= float64(time.Now().UnixMilli()) {
		return refuse(401, "token_expired", "The token of this upload has expired.")
	}
	return nil
}
