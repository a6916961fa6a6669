import { describe, expect, it } from '@jest/globals';
import type { INodeCredentialDescription, INodeTypeDescription } from 'n8n-workflow';

import { everyOne } from '../../support/everyOne';
import { NODE_TYPES_BY_NAME } from '../../support/nodeTypes';

const shownFor = ({ displayOptions }: INodeCredentialDescription): Array<[string, unknown[]]> =>
	Object.entries(displayOptions?.show ?? {}).map(([field, values]) => [field, values ?? []]);

/** A field of one choice, for which the one is asked for, and the other is not. */
function excludeEachOther(
	{ properties }: INodeTypeDescription,
	one: INodeCredentialDescription,
	other: INodeCredentialDescription,
): boolean {
	const others = new Map(shownFor(other));
	return shownFor(one).some(([field, values]) => {
		const isOneChoice = properties.find(({ name }) => name === field)?.type === 'options';
		const otherValues = others.get(field);
		return isOneChoice && otherValues !== undefined && values.every((value) => !otherValues.includes(value));
	});
}

/** What n8n's rule `single-credential-per-node` asks for, which the released lint rules do not have yet. */
describe.each(NODE_TYPES_BY_NAME)('%s', (_name, { description }) => {
	it('asks for one credential at a time', () => {
		const { credentials = [] } = description;
		const pairs = credentials.flatMap((one, at) => credentials.slice(at + 1).map((other) => [one, other] as const));
		for (const credential of everyOne(credentials)) expect(credential.required).toBe(true);
		expect(pairs.filter(([one, other]) => !excludeEachOther(description, one, other))).toEqual([]);
	});
});
