// Writes the settings of serve.js for one console on this machine: node settings.js CONSOLE-PORT PORT PEOPLE.json
const [, , consolePort, port, people] = process.argv;
const site = `http://localhost:${consolePort}`;

console.log(JSON.stringify({
  port: Number(port),
  people,
  clients: [{
    client_id: "areasend",
    client_secret: "only-for-this-machine",
    token_endpoint_auth_method: "client_secret_post",
    grant_types: ["authorization_code", "refresh_token"],
    redirect_uris: [`${site}/signin-oidc`],
    post_logout_redirect_uris: [`${site}/signout-callback-oidc`],
  }],
}, null, 2));
