wrk.method = "POST"
wrk.path = "/v1/common/member/register/search"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["apikey"] = os.getenv("LINKAGE_API_KEY")
wrk.body = '{"partner":{"comId":"F0995","srvId":"297"},"commonHeader":{"reqIdConsumer":"reqid-0001","ci":"QciuDFKLcwalCKtWALuNWic9eGm7WNdauW+A+n+mpfhif24c3msHdzVjoZK0ntkXZ1+nA6LX47nyKmIq1JoHhg=="},"body":{"korName":"박환덕"}}'
