package main

import (
	"crypto/subtle"
	"encoding/json"
	"log"
	"mime"
	"net/http"
	"os"
	"time"
	"unicode/utf8"
)

type request struct {
	Partner *struct {
		ComID *string `json:"comId"`
		SrvID *string `json:"srvId"`
	} `json:"partner"`
	CommonHeader *struct {
		ReqIDPlatform *string `json:"reqIdPlatform"`
		ReqIDConsumer *string `json:"reqIdConsumer"`
		CI            *string `json:"ci"`
	} `json:"commonHeader"`
	Body *struct {
		KorName *string `json:"korName"`
	} `json:"body"`
}

type person struct {
	CI           string         `json:"ci"`
	KorName      string         `json:"korName"`
	Registration map[string]any `json:"registration"`
	Consent      map[string]any `json:"consent"`
}

type register struct {
	Partner struct{ ComID, SrvID string }
	People  []person
}

func (r register) find(ci, korName string) *person {
	for i := range r.People {
		if r.People[i].CI == ci && r.People[i].KorName == korName {
			return &r.People[i]
		}
	}
	return nil
}

func text(s *string, longest int) bool {
	return s != nil && *s != "" && utf8.RuneCountInString(*s) <= longest
}

func valid(r request, longestName int) bool {
	return r.Partner != nil && text(r.Partner.ComID, 5) && text(r.Partner.SrvID, 20) &&
		r.CommonHeader != nil && text(r.CommonHeader.CI, 88) &&
		(r.CommonHeader.ReqIDConsumer == nil || utf8.RuneCountInString(*r.CommonHeader.ReqIDConsumer) <= 20) &&
		r.Body != nil && text(r.Body.KorName, longestName)
}

func write(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Print(err)
	}
}

func fail(w http.ResponseWriter, status int) {
	write(w, status, map[string]any{"category": "op-apim", "code": status, "message": http.StatusText(status)})
}

func lookup(known register, longestName int, answer func(*person) map[string]any) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			w.Header().Set("Allow", http.MethodPost)
			fail(w, http.StatusMethodNotAllowed)
			return
		}
		if mediaType, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || mediaType != "application/json" {
			fail(w, http.StatusUnsupportedMediaType)
			return
		}
		var req request
		err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10)).Decode(&req)
		if err != nil || !valid(req, longestName) {
			fail(w, http.StatusBadRequest)
			return
		}
		if *req.Partner.ComID != known.Partner.ComID || *req.Partner.SrvID != known.Partner.SrvID {
			write(w, http.StatusForbidden, map[string]any{"category": "op-auth", "code": 2100, "message": "Authorization Failed"})
			return
		}
		write(w, http.StatusOK, answer(known.find(*req.CommonHeader.CI, *req.Body.KorName)))
	}
}

func authenticated(key string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("apikey")), []byte(key)) != 1 {
			fail(w, http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func main() {
	var known register
	file, err := os.ReadFile(os.Getenv("PEOPLE"))
	if err == nil {
		err = json.Unmarshal(file, &known)
	}
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/v1/common/member/register/search", lookup(known, 10, func(p *person) map[string]any {
		if p == nil {
			return map[string]any{"result": "nonMember"}
		}
		return p.Registration
	}))
	mux.HandleFunc("/v1/common/member/consent/search", lookup(known, 12, func(p *person) map[string]any {
		if p == nil {
			return map[string]any{"vtAccList": []any{}}
		}
		return p.Consent
	}))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { fail(w, http.StatusNotFound) })
	server := http.Server{
		Addr:              "127.0.0.1:" + os.Getenv("PORT"),
		Handler:           authenticated(os.Getenv("API_KEY"), mux),
		ReadHeaderTimeout: 10 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}
