import { timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import express from 'express';

const { PORT, API_KEY, PEOPLE } = process.env;
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
const fail = (response, status) => response.status(status)
    .json({ category: 'op-apim', code: status, message: messages[status] ?? messages[400] });

function authenticate(request, response, next) {
    const given = Buffer.from(request.get('apikey') ?? '');
    if (given.length === key.length && timingSafeEqual(given, key)) next();
    else fail(response, 401);
}

function jsonOnly(request, response, next) {
    if (request.is('application/json') === false) fail(response, 415);
    else next();
}

function lookup(validate, find) {
    return (request, response) => {
        if (!validate(request.body)) return fail(response, 400);
        const { partner: { comId, srvId }, commonHeader: { ci }, body: { korName } } = request.body;
        if (comId !== partner.comId || srvId !== partner.srvId)
            return response.status(403).json({ category: 'op-auth', code: 2100, message: 'Authorization Failed' });
        response.json(find(people.find(person => person.ci === ci && person.korName === korName)));
    };
}

const ajv = new Ajv();
const app = express();
app.disable('x-powered-by');
app.use((request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
});
app.use(authenticate);

function operation(path, longestName, find) {
    app.route('/v1/common/member' + path)
        .post(jsonOnly, express.json(), lookup(ajv.compile(requestSchema(longestName)), find))
        .all((request, response) => fail(response.set('Allow', 'POST'), 405));
}
operation('/register/search', 10, person => person?.registration ?? { result: 'nonMember' });
operation('/consent/search', 12, person => person?.consent ?? { vtAccList: [] });

app.use((request, response) => fail(response, 404));
app.use((error, request, response, next) => fail(response, error.status ?? 500));
app.listen(PORT, '127.0.0.1');
