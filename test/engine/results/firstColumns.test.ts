import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { Life } from '../census/life';
import { offeredOperations, type Offered } from '../census/operations';
import { filledIn } from '../census/parameters';
import { StillStand } from '../census/stillStand';
import { nothingKept, World } from '../census/world';
import type { Writing } from '../census/writing';
import { isFilled } from '../../../nodes/shared/values/filled';
import { isRecord } from '../../../nodes/shared/values/json';
import { everyOne } from '../../support/everyOne';
import { NOT_IN_THE_SEED, readingOfSeed } from './reads';

/** What an operation puts out for one item, and what an execution that it puts to wait goes on with. */
async function rowsOf({ node, name, resource, operationName, target, sample }: Offered): Promise<IDataObject[]> {
	const { description } = node.create();
	const writing: Writing = {
		...target,
		name,
		resource,
		operationName,
		description,
		sample: sample ?? readingOfSeed(description.displayName),
	};
	const stand = new StillStand(target.vendor);
	const world = await World.open(stand, writing, filledIn(writing, stand.sandbox, false), { items: 1 });
	const life = new Life();
	const run = await world.attempt({
		number: 0,
		life,
		log: world.keyLog(life),
		kept: nothingKept(),
		executionId: '1',
		stopOnFailure: false,
	});
	expect(run.outcomes.get(0)?.failure).toBeUndefined();
	return [...run.rowsOf(0).map(({ json }) => json), ...(world.carried.get(0) ?? [])];
}

const isId = (member: string): boolean => /^\$?(?:id|uuid)$|_ids?$|[a-z]I[dD]s?$/.test(member);

const isWho = (member: string): boolean =>
	/^(?:name|full_name|first_name|last_name|title|to|from|phone|phone_number|case_number|mobile|email|url)$/.test(
		member,
	);

const isEnd = (member: string): boolean =>
	/^(?:outcome|action|client|case|imported|deleted|success|status|qualification|onList|scheduled|valid|reason|error|message|output|possibleAt)$/.test(
		member,
	);

/** As the sandbox gives IDs to agents, products, models and other records. */
const looksLikeId = (value: unknown): boolean =>
	/^(?:(?:agent|campaign|prod|prompt|ws)_\d+|[\da-f]{20})$/.test(String(value));

const rankOf = ([member, value]: [string, unknown]): number =>
	isId(member) || looksLikeId(value) ? 3 : isWho(member) ? 0 : isEnd(member) ? 1 : 2;

/** Members that stand behind one that must come after them; an import's status stands before everything. */
const misplaced = (row: IDataObject): string[] => {
	const members = Object.entries(row).filter(([member]) => member !== 'importStatus');
	return members
		.filter((member, place) => members.slice(0, place).some((before) => rankOf(before) > rankOf(member)))
		.map(([member]) => member);
};

const operations = offeredOperations().filter(({ name }) => !NOT_IN_THE_SEED.includes(name));

describe('the first columns of a result are the person and the outcome, the last ones are IDs:', () => {
	it.each(operations)('$name', async (operation) => {
		const rows = await rowsOf(operation);
		expect(rows.length).toBeGreaterThan(0);
		for (const row of everyOne(rows)) {
			expect(misplaced(row)).toEqual([]);
		}
	});

	it('if Kakiyo names a record only by its ID, and puts the name of a campaign one level down', async () => {
		const columnsOf = async (wanted: string) => {
			const [rows = []] = await Promise.all(operations.filter(({ name }) => name === wanted).map(rowsOf));
			return Object.keys(rows[0] ?? {});
		};
		expect((await columnsOf('Kakiyo: campaign > getAll')).slice(-3)).toEqual(['id', 'agent', 'product']);
		expect((await columnsOf('Kakiyo: prompt > getAll')).slice(-2)).toEqual(['id', 'model']);
		expect((await columnsOf('Kakiyo: analytics > getCampaign')).slice(0, 2)).toEqual(['name', 'status']);
		expect((await columnsOf('KAIRO: agent > getRuns')).slice(0, 3)).toEqual(['status', 'error', 'output']);
	});

	it('all operations except those without records in the seed data', () => {
		expect(offeredOperations().map(({ name }) => name)).toEqual(expect.arrayContaining(NOT_IN_THE_SEED));
		expect(operations.length).toBe(offeredOperations().length - NOT_IN_THE_SEED.length);
	});
});

/** Whether a name, an address or an ID is anywhere in a row, which tells it apart from others. */
const isAbout = (value: unknown): boolean =>
	Array.isArray(value)
		? value.some(isAbout)
		: isRecord(value) &&
			Object.entries(value).some(
				([member, held]) => ((isWho(member) || isId(member)) && isFilled(held)) || isAbout(held),
			);

/** It delivers a test event to all addresses that there are. */
const WITHOUT_PERSON = ['KaiCalls: webhook > sendTest'];

describe('a result names its person or record, also if the vendor answers with a sentence, also without the columns of its input:', () => {
	it.each(operations.filter(({ sample, name }) => sample && !WITHOUT_PERSON.includes(name)))(
		'$name',
		async (operation) => {
			const rows = await rowsOf(operation);
			expect(rows.filter((row) => !isAbout(row))).toEqual([]);
		},
	);
});

/** Members that every node has, beside the vendor's. */
const OURS = ['duplicateOfItem', 'waitedUntil', 'possibleAt'];

const isSnake = (member: string): boolean => /[a-z\d]_[a-z]/.test(member);
const isCamel = (member: string): boolean => /[a-z][A-Z]/.test(member);

describe('the members of a result have one spelling, that of the vendor:', () => {
	it.each(operations)('$name', async (operation) => {
		const rows = await rowsOf(operation);
		const members = rows.flatMap(Object.keys).filter((member) => !OURS.includes(member));
		const isOther = operation.node.create().description.name === 'kakiyo' ? isSnake : isCamel;
		expect(members.filter(isOther)).toEqual([]);
	});
});

describe('with Simplify, the times of a result have the zone of the workflow:', () => {
	const simplified = operations.filter(({ target }) => target.fields.some(({ name }) => name === 'simplify'));

	it.each(simplified)('$name', async (operation) => {
		const rows = await rowsOf(operation);
		const moments = rows
			.flatMap(Object.values)
			.filter((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value));
		expect(moments.filter((moment) => !/-0[45]:00$/.test(String(moment)))).toEqual([]);
	});
});
