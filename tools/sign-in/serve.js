// An OpenID Connect provider for one machine: real in everything but its people, who are made up and need no password.
//
//   node serve.js SETTINGS.json
//
// The settings: { "port": 0, "people": "PEOPLE.json", "keys": { "keys": [private JWKs] }, "clients": [as oidc-provider takes them], "skewSeconds": 0 }.
// The people, read again at each sign-in and renewal: { "SUBJECT": { "name": …, "email": …, "roles": […], "regions": […] } }; regions are for somebody who
// is limited to them; somebody who is taken out is out.
// It runs until its standard input closes, so that it ends with whoever started it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const people = () => JSON.parse(readFileSync(settings.people, "utf8"));

// A provider whose clock is wrong.
const now = Date.now;
Date.now = () => now() + (settings.skewSeconds ?? 0) * 1000;

process.stdin.on("end", () => process.exit(0)).on("error", () => process.exit(0)).resume();

const server = createServer((request, response) => answer(request, response));
await new Promise((resolve) => server.listen(settings.port ?? 0, "localhost", resolve));
const issuer = `http://localhost:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: settings.clients,
  jwks: settings.keys,
  cookies: { keys: ["a key of a provider that nobody is safe behind"] },
  clientAuthMethods: ["client_secret_post", "client_secret_basic", "private_key_jwt"],
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: signOutAtOnce } },
  claims: { openid: ["sub"], profile: ["name", "roles", "regions"], email: ["email"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  rotateRefreshToken: true,
  // Also where nobody was asked to agree, as an inspectorate's directory does.
  issueRefreshToken: (_, client) => client.grantTypeAllowed("refresh_token"),
  ttl: { AccessToken: 300, IdToken: 300, RefreshToken: 86400, Session: 86400, Grant: 86400, Interaction: 86400 },
  findAccount: (_, subject) => {
    const person = people()[subject];
    return person && { accountId: subject, claims: () => ({ sub: subject, ...person }) };
  },
  interactions: { url: (_, interaction) => `/people/${interaction.uid}` },
  loadExistingGrant: async (context) => {
    // Nobody is asked to agree: an inspectorate's directory has agreed for its people.
    const { client, session, params } = context.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope(params.scope);
    await grant.save();
    return grant;
  },
});

for (const event of ["authorization.error", "pushed_authorization_request.error", "grant.error", "server_error"]) {
  provider.on(event, (_, problem) => console.error(`${event}: ${problem.message} ${problem.error_detail ?? ""}`));
}

const provide = provider.callback();

async function answer(request, response) {
  const [, uid, subject] = /^\/people\/([\w-]+)(?:\/([\w-]+))?$/.exec(request.url) ?? [];
  if (!uid) return provide(request, response);
  try {
    if (subject && people()[subject]) return await provider.interactionFinished(request, response, { login: { accountId: subject, remember: false } });
    await provider.interactionDetails(request, response);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page(uid));
  } catch (problem) {
    response.writeHead(400, { "content-type": "text/plain; charset=utf-8" }).end(`This sign-in is over: ${problem.message}\n`);
  }
}

function page(uid) {
  const choices = Object.entries(people()).map(([subject, person]) =>
    `<li><a href="/people/${uid}/${subject}">${escape(person.name)}</a> (${escape([...(person.roles ?? []), ...(person.regions ?? [])].join(", ") || "no role")})</li>`);
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title>
<style>body{font:1.2rem/1.6 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}li{margin:.5rem 0}</style></head>
<body><h1>Who are you?</h1><p>These people are made up, and need no password.</p><ul>${choices.join("")}</ul></body></html>`;
}

function signOutAtOnce(context, form) {
  context.type = "html";
  context.body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sign out</title></head>
<body><h1>Sign out?</h1>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Yes, sign out</button></body></html>`;
}

const escape = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

console.log(`listening ${issuer}`);
