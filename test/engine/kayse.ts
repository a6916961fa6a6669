import type { ResourceMapperValue } from 'n8n-workflow';

import { KayseOutreachApi } from '../../credentials/KayseOutreachApi.credentials';
import { Kayse } from '../../nodes/Kayse/Kayse.node';
import { Bench, onBench } from './bench';

/** The Kayse node on a bench. */
export class KayseBench extends Bench {
	constructor() {
		super({
			node: () => new Kayse(),
			credential: () => new KayseOutreachApi(),
			account: ({ kayse }) => kayse,
		});
	}

	get state() {
		return this.control.kayseState();
	}
}

/** A bench for the tests of one file, fresh for each test. */
export const useKayseBench = (): KayseBench => onBench(new KayseBench());

const mapper = (value: ResourceMapperValue['value'], mappingMode: string, names: string[]): ResourceMapperValue => ({
	mappingMode,
	value,
	schema: names.map((id) => ({ id, displayName: id, type: 'string', defaultMatch: false, required: false, display: true })),
	matchingColumns: [],
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

/** The mapped fields of a record, as n8n saves them in Map Each Column Manually. */
export const mapped = (value: NonNullable<ResourceMapperValue['value']>): ResourceMapperValue =>
	mapper(value, 'defineBelow', Object.keys(value));

/** The mapped fields taken from the input items. */
export const automatic = (): ResourceMapperValue => mapper(null, 'autoMapInputData', []);
