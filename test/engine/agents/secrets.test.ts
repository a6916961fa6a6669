import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { useEveryTool } from './everyTool';
import { byId } from '../bench';
import { useStand } from '../stand';

const tools = useEveryTool(useStand());

/** As a person chooses it: it does not look like a key. */
const SECRET = 'Kd7-Sunny-Day';

/** What a model reads of a source with these settings. */
async function ofSource(config: unknown): Promise<string> {
	tools.says(() => ({ body: { data: { id: 'crm', name: 'CRM', config } } }));
	const answer = JSON.stringify(await tools.ask('KAIRO Context > Get Source', { sourceId: byId('crm') }));
	expect(answer).toContain('CRM');
	return answer;
}

/** What a model reads of a lead with these notes. */
async function ofLead(notes: string): Promise<string> {
	tools.says(() => ({ body: { id: '1', name: 'Dana Reyes', status: 'new', notes } }));
	const answer = JSON.stringify(await tools.ask('KaiCalls Lead > Get', { simplify: false } as INodeParameters));
	expect(answer).toContain('Dana Reyes');
	return answer;
}

describe('a secret that is named among other words', () => {
	it.each([
		`API key: ${SECRET}`,
		`API Key = ${SECRET}`,
		`Access code: ${SECRET}`,
		`Signing key: ${SECRET}`,
		`Secret access key: ${SECRET}`,
		'Verification code: 482913',
		`The password is ${SECRET}`,
		`my password is "${SECRET}", thanks`,
		'The PIN is 482913',
		`Password:      ${SECRET}`,
		`Password\t${SECRET}`,
		`password -> ${SECRET}`,
		`password：${SECRET}`,
		`sshpass --password ${SECRET}`,
		`Authorization: ApiKey ${SECRET}`,
	])('%s', async (notes) => {
		expect(await ofLead(notes)).not.toMatch(/Kd7-Sunny-Day|482913/);
	});
});

describe('a password with marks of Markdown, HTML or code around its name', () => {
	it.each([
		`**Password:** ${SECRET}`,
		`<b>Password:</b> ${SECRET}`,
		`\`password\`: \`${SECRET}\``,
		`<password>${SECRET}</password>`,
		`| Password | ${SECRET} |`,
		`'password' => '${SECRET}'`,
	])('%s', async (notes) => {
		expect(await ofLead(notes)).not.toContain(SECRET);
	});
});

describe('a secret whose name is in another language, or stands with more words after it or above it', () => {
	it.each([
		{ passwort: SECRET },
		{ kennwort: SECRET },
		{ contraseña: SECRET },
		{ mot_de_passe: SECRET },
		{ senha: SECRET },
		{ text: `Passwort: ${SECRET}` },
		{ api_key_live: SECRET },
		{ api_key_prod: '8f3a91c2d4e5b6a7' },
		{ apiKeyOld: SECRET },
		{ signing_key_current: SECRET },
		{ api: { key: SECRET } },
		{ openai: { key: SECRET } },
		{ oauth: { refresh: SECRET } },
		{ seed_phrase: SECRET },
		{ pw: SECRET },
		{ one_time_code: SECRET },
	])('%j', async (config) => {
		expect(await ofSource(config)).not.toMatch(/Kd7-Sunny-Day|8f3a91c2d4e5b6a7/);
	});
});

describe('a secret that is named beside it', () => {
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
	])('%j', async (config) => {
		expect(await ofSource(config)).not.toContain(SECRET);
	});
});

describe('a key whose form shows its service', () => {
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
		expect(await ofLead(`We use ${start}${rest} for it`)).not.toContain(rest);
	});
});

describe('a password with signs in it, in an address', () => {
	it.each(['Kd7/Sunny-Day', 'Kd7#Sunny-Day', 'Kd7@Sunny-Day', 'Kd7?Sunny-Day'])('%s', async (password) => {
		const answer = await ofSource({ connection_string: `postgres://dana:${password}@db.example.com/crm` });
		expect(answer).not.toMatch(/Kd7|Sunny-Day/);
	});
});
