import { describe, expect, it } from '@jest/globals';
import { NodeHelpers } from 'n8n-workflow';

import { CREDENTIAL_TYPES } from '../../support/credentialTypes';
import { everyOne } from '../../support/everyOne';

const isAddress = (name: string) => /baseUrl$/i.test(name);

describe.each(CREDENTIAL_TYPES.map((credential) => [credential.displayName, credential] as const))(
	'the form of %s',
	(_name, { properties }) => {
		const defaults = Object.fromEntries(properties.map(({ name, default: preset }) => [name, preset]));
		const addresses = [...new Set(properties.map(({ name }) => name).filter(isAddress))];
		const shown = (data: object) =>
			properties
				.filter((field) => NodeHelpers.displayParameter({ ...defaults, ...data }, field, null, null))
				.map(({ name }) => name);
		/** As n8n hands a credential to a node (n8n: credentials-helper.js). */
		const givenToNode = (data: object) =>
			NodeHelpers.getNodeParameters(properties, { apiKey: 'k', ...data }, true, false, null, null) ?? {};

		it('says first, always visible, where to find the key', () => {
			expect(properties[0]).toMatchObject({
				name: 'keyHint',
				type: 'notice',
				displayName: expect.stringMatching(/^In \w+, open .*API Keys/),
			});
			expect(properties[1]?.name).toBe('apiKey');
		});

		it('masks every key and password', () => {
			const secrets = properties.filter(
				({ name, type }) => /key$|password|secret|token/i.test(name) && type === 'string',
			);
			expect(secrets.map(({ name }) => name)).toContain('apiKey');
			expect(secrets.filter(({ typeOptions }) => typeOptions?.password !== true)).toEqual([]);
		});

		it('shows an address only under Other Server', () => {
			expect(shown({}).filter(isAddress)).toEqual([]);
			expect(shown({ otherServer: true }).filter(isAddress)).toEqual(addresses);
			expect(Object.keys(givenToNode({})).filter(isAddress)).toEqual([]);
		});

		it.each(['https://sandbox.example/v1', ''])('shows every address that is not the vendor’s: "%s"', (address) => {
			for (const name of everyOne(addresses)) {
				expect(shown({ [name]: address })).toContain(name);
				expect(givenToNode({ [name]: address })).toHaveProperty(name, address);
			}
		});
	},
);
