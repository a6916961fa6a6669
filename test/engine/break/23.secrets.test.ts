import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { useEveryTool } from '../agents/everyTool';
import { byId } from '../bench';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

/** As a person chooses it: it does not look like a key. */
const SECRET = 'Kd7-Sunny-Day';

const source = async (config: unknown) => {
	tools.says(() => ({ body: { data: { id: 'crm', name: 'CRM', config } } }));
	return JSON.stringify(await tools.ask('KAIRO Context > Get Source', { sourceId: byId('crm') }));
};

const lead = async (notes: string) => {
	tools.says(() => ({ body: { id: '1', name: 'Dana Reyes', status: 'new', notes } }));
	return JSON.stringify(await tools.ask('KaiCalls Lead > Get', { simplify: false } as INodeParameters));
};

// Issue 23, section 3: "no secret, signed link or password". What the user would see: the password of a portal that stands in the notes
// of a lead is kept in the model's conversation, as the name of the secret has two words.
describe('a secret whose name is of several words, in a text', () => {
	it.each([
		`API key: ${SECRET}`,
		`API Key = ${SECRET}`,
		`Access code: ${SECRET}`,
		`Signing key: ${SECRET}`,
		`Secret access key: ${SECRET}`,
		'Verification code: 482913',
		'Security code: 482913',
	])('%s', async (notes) => {
		const answer = await lead(notes);
		expect(answer).toContain('Dana Reyes');
		expect(answer).not.toMatch(/Kd7-Sunny-Day|482913/);
	});
});

// The same line. E-mails are HTML, and models and notes are Markdown: the marks are hidden in place of the password.
describe('a password with marks of Markdown or HTML around its name, in a text', () => {
	it.each([
		`**Password:** ${SECRET}`,
		`<b>Password:</b> ${SECRET}`,
		`<p>Password: <b>${SECRET}</b></p>`,
		`\`password\`: \`${SECRET}\``,
		`<password>${SECRET}</password>`,
		`| Password | ${SECRET} |`,
		`'password' => '${SECRET}'`,
	])('%s', async (notes) => {
		const answer = await lead(notes);
		expect(answer).toContain('Dana Reyes');
		expect(answer).not.toContain(SECRET);
	});
});

// The same line, docs/agents.md: "or named among other words".
describe('a password that is named among other words', () => {
	it.each([
		`The password is ${SECRET}`,
		`my password is "${SECRET}", thanks`,
		`Password:      ${SECRET}`,
		`Password\t${SECRET}`,
		`password -> ${SECRET}`,
		`password：${SECRET}`,
		`sshpass --password ${SECRET}`,
		`curl -u dana:${SECRET} https://files.example.com/a`,
		'The PIN is 482913',
	])('%s', async (notes) => {
		const answer = await lead(notes);
		expect(answer).toContain('Dana Reyes');
		expect(answer).not.toMatch(/Kd7-Sunny-Day|482913/);
	});
});

// The same line. A German user's source has its Kennwort shown.
describe('a secret named in another language', () => {
	it.each([
		{ passwort: SECRET },
		{ kennwort: SECRET },
		{ contrasena: SECRET },
		{ contraseña: SECRET },
		{ mot_de_passe: SECRET },
		{ senha: SECRET },
		{ wachtwoord: SECRET },
		{ note_de: `Passwort: ${SECRET}` },
	])('%j', async (config) => {
		const answer = await source(config);
		expect(answer).toContain('CRM');
		expect(answer).not.toContain(SECRET);
	});
});

// The same line. One source has a key for live and one for tests.
describe('a secret whose name says more behind it, or above it', () => {
	it.each([
		{ api_key_live: SECRET },
		{ api_key_prod: SECRET },
		{ apiKeyOld: SECRET },
		{ signing_key_current: SECRET },
		{ api: { key: SECRET } },
		{ openai: { key: SECRET } },
		{ oauth: { refresh: SECRET } },
		{ seed_phrase: SECRET },
		{ pw: SECRET },
		{ psk: SECRET },
		{ mfa_code: SECRET },
		{ one_time_code: SECRET },
	])('%j', async (config) => {
		const answer = await source(config);
		expect(answer).toContain('CRM');
		expect(answer).not.toContain(SECRET);
	});
});

// The same line. Headers are pairs in many shapes.
describe('a header in another shape', () => {
	it.each([
		{ header_name: 'X-API-Key', header_value: SECRET },
		{ headerName: 'Authorization', headerValue: SECRET },
		{ Name: 'Authorization', Value: SECRET },
		{ headers: [['Authorization', SECRET]] },
		{ headers: ['X-API-Key', SECRET] },
		{ type: 'password', value: SECRET },
		{ id: 'api_key', value: SECRET },
		{ title: 'API key', value: SECRET },
		{ name: 'X-API-Key', default_value: SECRET },
		{ header: `Authorization: ApiKey ${SECRET}` },
	])('%j', async (config) => {
		const answer = await source(config);
		expect(answer).toContain('CRM');
		expect(answer).not.toContain(SECRET);
	});
});

// The same line, docs/agents.md: "by its form". The parts are put together here so that no scanner takes them for real ones.
describe('a key that shows by its form whose it is', () => {
	it.each([
		['AIza', 'SyA-1234567890abcdefghijklmnopqrstuv'],
		['SG.', 'abcDEF123ghiJKL456.mnoPQR789stuVWX012yzA'],
		['hf_', 'abcdefGHIJKL0123456789mnopQR'],
		['npm_', 'abcdefGHIJKL0123456789mnopQR'],
		['ya29.', 'a0AfH6SMB1234567890abcdefGHIJ'],
		['pat-na1-', '12345678-1234-1234-1234-123456789012'],
		['123456789:', 'AAHabcdefghijklmnopqrstuvwxyz12345'],
		['ASIA', 'IOSFODNN7EXAMPLE'],
		['xapp-', '1-A0123456789-0123456789-abcdef0123456789'],
		['lin_api_', '0123456789abcdef0123456789abcdef'],
	])('%s…', async (start, rest) => {
		const answer = await lead(`We use ${start}${rest} for it`);
		expect(answer).toContain('Dana Reyes');
		expect(answer).not.toContain(rest);
	});
});

// The same line. Passwords that people draw by lot have such signs, and nobody encodes them.
describe('a password with signs in it, in an address', () => {
	it.each(['Kd7/Sunny-Day', 'Kd7#Sunny-Day', 'Kd7@Sunny-Day', 'Kd7?Sunny-Day'])('%s', async (password) => {
		const answer = await source({ connection_string: `postgres://dana:${password}@db.example.com/crm` });
		expect(answer).toContain('CRM');
		expect(answer).not.toMatch(/Kd7|Sunny-Day/);
	});
});

// The same line. Whoever has the link hears the recording, under other names of its parameter.
describe('a link that lets in by a parameter of another name', () => {
	it.each(['k', 'pw', 'access', 'grant', 'sid2', 'auth_code', 'pin', 'rlkey', 'resourcekey', 'tk', 'guest_pass', 'h'])(
		'?%s=',
		async (name) => {
			tools.says(() => ({
				body: { id: 'c1', status: 'completed', recording_url: `https://cdn.example.com/r.mp3?${name}=${SECRET}` },
			}));
			const answer = JSON.stringify(await tools.ask('KaiCalls Call > Get', { callId: byId('c1'), simplify: false }));
			expect(answer).toContain('completed');
			expect(answer).not.toContain(SECRET);
		},
	);
});
