import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { automatic, mapped, useKayseBench } from '../kayse';

const bench = useKayseBench();

const toItsItem = { onError: 'continueRegularOutput' } as const;

const person = (index: number, mobile: string | number) => ({
	first_name: 'Ann',
	last_name: `Example${index}`,
	external_source: 'spreadsheet',
	external_source_id: `c${index}`,
	mobile,
});

const MOBILES = ['+1 (512) 555-0100', '5.12556E+09', "'+15125550101", '+1 512 555 0102 x42', '512-555-0103'];
const people = MOBILES.map((mobile, index) => person(index, mobile));

const mobiles = () =>
	bench.state.clients.filter(({ external_source }) => external_source === 'spreadsheet').map(({ mobile }) => mobile);

async function errors(parameters: IDataObject, items: IDataObject[]): Promise<unknown[]> {
	const result = await bench.run({ resource: 'client', ...parameters }, { items, settings: toItsItem });
	return result.items.map(({ json }) => json.error);
}

const each = mapped(Object.fromEntries(Object.keys(person(0, '')).map((name) => [name, `={{ $json.${name} }}`])));

describe('mobile numbers of clients', () => {
	it.each([
		['create', 'Map Automatically', automatic()],
		['create', 'Map Each Column Manually', each],
		['upsert', 'Map Automatically', automatic()],
		['upsert', 'Map Each Column Manually', each],
	])('%s with %s: go out in E.164, or stop their row', async (operation, _, fields) => {
		expect(await errors({ operation, fields }, people)).toEqual([
			undefined,
			expect.stringContaining(
				'"Mobile" must be one telephone number (got "5.12556E+09"): a spreadsheet has rounded it',
			),
			undefined,
			expect.stringContaining('it has an extension (x42)'),
			expect.stringContaining('it has no country code'),
		]);
		expect(mobiles()).toEqual(['+15125550100', '+15125550101']);
	});

	it('are those of the default country without country code', async () => {
		const options = { defaultCountry: 'US' };
		expect(
			await errors({ operation: 'create', fields: automatic(), options }, [
				person(1, '512-555-0103'),
				person(2, 5125550104),
			]),
		).toEqual([undefined, undefined]);
		expect(mobiles()).toEqual(['+15125550103', '+15125550104']);
	});

	it('are read in an update and in a lead that is taken in', async () => {
		await errors({ operation: 'update', clientId: 401, fields: mapped({ mobile: '+44 (0)20 7946 0958' }) }, [{}]);
		expect(bench.state.clients.find(({ id }) => id === 401)).toMatchObject({ mobile: '+442079460958' });
		const legalCase = {
			case_number: 'A-1',
			case_external_source: 'website',
			case_external_source_id: 'k1',
			status: 'new',
			type: 'civil',
		};
		const intake = {
			resource: 'lead',
			operation: 'intake',
			clientFields: automatic(),
			caseFields: automatic(),
			options: { defaultCountry: 'US' },
		};
		expect(
			await errors(intake, [
				{ ...person(1, '(512) 555-0105'), ...legalCase },
				{ ...person(2, '(512) 555-0106 ext 1'), ...legalCase },
			]),
		).toEqual([undefined, expect.stringContaining('it has an extension (ext 1)')]);
		expect(mobiles()).toEqual(['+15125550105']);
	});
});
