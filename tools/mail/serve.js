// A mail server for one machine: real in everything but its mailboxes. It keeps nothing; what it is given it reads as a mail program does, and prints.
//
//   node serve.js SETTINGS.json
//
// The settings: { "key": PEM, "cert": PEM, "secure": false, "offerTls": true, "user": …, "password": …,
//   "answers": { "auth" | "from" | "to" | "content": code }, "hangUp": false, "silent": false }.
// A line "listening PORT", then a line of JSON for each e-mail. It runs until its standard input closes, so that it ends with whoever started it.
import { readFileSync } from "node:fs";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const settings = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { answers = {} } = settings;

process.stdin.on("end", () => process.exit(0)).on("error", () => process.exit(0)).resume();

// As real ones do, it repeats the address in what it answers.
const refusal = (code, about = "") => code && Object.assign(new Error(`no, not ${about}`), { responseCode: code });

const server = new SMTPServer({
  key: settings.key,
  cert: settings.cert,
  secure: settings.secure,
  hideSTARTTLS: !settings.offerTls,
  authOptional: !settings.user,
  disabledCommands: settings.user ? [] : ["AUTH"],
  logger: false,
  onAuth: ({ username, password }, _, done) =>
    answers.auth || username !== settings.user || password !== settings.password ? done(refusal(answers.auth ?? 535, username)) : done(null, { user: username }),
  onMailFrom: ({ address }, _, done) => done(refusal(answers.from, address)),
  onRcptTo: ({ address }, _, done) => done(refusal(answers.to, address)),
  onData: async (stream, session, done) => {
    const mail = await simpleParser(stream);
    console.log(JSON.stringify({
      encrypted: session.secure,
      user: session.user ?? null,
      envelope: { from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map((to) => to.address) },
      headers: mail.headerLines.map(({ key, line }) => ({ name: key, value: line.slice(line.indexOf(":") + 1).trim() })),
      from: mail.from?.value.map(mailbox),
      to: mail.to?.value.map(mailbox),
      replyTo: mail.replyTo?.value.map(mailbox) ?? null,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments.length,
      messageId: mail.messageId,
    }));
    if (settings.hangUp) return server.connections.forEach((connection) => connection._socket.destroy());
    if (!settings.silent) done(refusal(answers.content, mail.to?.text));
  },
});

const mailbox = ({ name, address }) => ({ name, address });

server.on("error", (problem) => console.error(problem.message));
server.listen(0, "127.0.0.1", () => console.log(`listening ${server.server.address().port}`));
