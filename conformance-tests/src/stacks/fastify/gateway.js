import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const { PORT, API_KEY, PEOPLE, HARDENED } = process.env;
const { partner, people } = JSON.parse(readFileSync(PEOPLE, 'utf8'));
const key = Buffer.from(API_KEY);

const text = (maxLength, minLength = 1) => ({ type: 'string', minLength, maxLength });
const object = (properties, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const requestSchema = longestName => object({
    partner: object({ comId: text(5), srvId: text(20) }),
    commonHeader: object({ reqIdPlatform: { type: 'string' }, reqIdConsumer: text(20, 0), ci: text(88) }, ['ci']),
    body: object({ korName: text(longestName) }),
});

const messages = {
    400: 'Bad Request', 401: 'Unauthorized', 404: 'Not Found', 405: 'Method Not Allowed',
    413: 'Payload Too Large', 415: 'Unsupported Media Type', 500: 'Internal Server Error',
};
const fail = (reply, status) => reply.code(status)
    .send({ category: 'op-apim', code: status, message: messages[status] ?? messages[400] });

// Fastify's own validator takes 297 for '297', and ['297'] as well, unless it is told not to.
const app = Fastify(HARDENED ? { ajv: { customOptions: { coerceTypes: false } } } : {});

app.addHook('onRequest', async (request, reply) => {
    reply.header('Cache-Control', 'no-store');
    const given = Buffer.from(request.headers.apikey ?? '');
    if (given.length !== key.length || !timingSafeEqual(given, key)) return fail(reply, 401);
});
app.setNotFoundHandler((request, reply) => fail(reply, 404));
app.setErrorHandler((error, request, reply) => fail(reply, error.statusCode ?? 500));

function operation(path, longestName, find) {
    const url = '/v1/common/member' + path;
    app.post(url, { schema: { body: requestSchema(longestName) } }, async (request, reply) => {
        const { partner: { comId, srvId }, commonHeader: { ci }, body: { korName } } = request.body;
        if (comId !== partner.comId || srvId !== partner.srvId)
            return reply.code(403).send({ category: 'op-auth', code: 2100, message: 'Authorization Failed' });
        return find(people.find(person => person.ci === ci && person.korName === korName));
    });
    app.route({
        method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
        url,
        handler: (request, reply) => fail(reply.header('Allow', 'POST'), 405),
    });
}
operation('/register/search', 10, person => person?.registration ?? { result: 'nonMember' });
operation('/consent/search', 12, person => person?.consent ?? { vtAccList: [] });

await app.listen({ port: Number(PORT), host: '127.0.0.1' });
