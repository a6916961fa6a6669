import type { ResourceMapperValue } from 'n8n-workflow';

const mapper = (value: ResourceMapperValue['value'], mappingMode: string, names: string[]): ResourceMapperValue => ({
	mappingMode,
	value,
	schema: names.map((id) => ({
		id,
		displayName: id,
		type: 'string',
		defaultMatch: false,
		required: false,
		display: true,
	})),
	matchingColumns: [],
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

/** The mapped fields of a record, as n8n saves them in Map Each Column Manually. */
export const mapped = (value: NonNullable<ResourceMapperValue['value']>): ResourceMapperValue =>
	mapper(value, 'defineBelow', Object.keys(value));

/** The mapped fields taken from the input items. */
export const automatic = (): ResourceMapperValue => mapper(null, 'autoMapInputData', []);
