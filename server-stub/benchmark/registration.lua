-- The document's example request, for wrk. The body is the contract's example: benchmark/run writes it to the file named here.
wrk.method = "POST"
wrk.path = os.getenv("BENCHMARK_PATH")
wrk.headers["Content-Type"] = "application/json"
wrk.headers["apikey"] = os.getenv("LINKAGE_API_KEY")
local file = io.open(os.getenv("BENCHMARK_BODY"))
wrk.body = file:read("*a")
file:close()
