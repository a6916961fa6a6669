/** The type names of GET /metadata/objects; its "etc." is assumed to include arrays. */
export const fieldTypes = ['string', 'uint', 'bool', 'date', 'object', 'uint[]'] as const;

/** A member of a record, as `GET /metadata/objects` describes it. */
export interface Field {
	name: string;
	type: (typeof fieldTypes)[number];
	/** On create and on a full replacement. */
	required: boolean;
	description: string;
}

/** The kinds of records, as the API names them. */
export type ObjectName = 'cases' | 'clients' | 'case_lists';

function field(name: string, type: Field['type'], description: string): Field {
	return { name, type, required: false, description };
}

function required(name: string, type: Field['type'], description: string): Field {
	return { name, type, required: true, description };
}

/** The members that are stored and replaced as they are (docs/vendors/kayse.md). */
export const ownFields: Readonly<Record<ObjectName, readonly Field[]>> = {
	cases: [
		required('case_number', 'string', 'Unique case identifier'),
		required('external_source', 'string', 'Source system identifier (a static list defined in-app)'),
		required('external_source_id', 'string', 'Unique identifier from external source'),
		field('external_source_data', 'object', 'Additional data from external source as key-value pairs'),
		field('name', 'string', 'Case name/title'),
		field('court_name', 'string', 'Name of the court'),
		field('jurisdiction', 'string', 'Legal jurisdiction'),
		field('description', 'string', 'Case description'),
		required('status', 'string', 'Case status (created if missing)'),
		required('type', 'string', 'Case type (created if missing)'),
		field('is_obo', 'bool', 'Whether case is "on behalf of" another party'),
		field('created_date', 'date', 'Case creation date'),
		field('court_date', 'date', 'Next court date'),
		field('end_date', 'date', 'Case end date'),
	],
	clients: [
		field('email', 'string', 'Primary email'),
		field('mobile', 'string', 'Mobile phone number'),
		required('external_source', 'string', 'Source system identifier'),
		required('external_source_id', 'string', 'Unique identifier from external source'),
		required('first_name', 'string', 'First name'),
		required('last_name', 'string', 'Last name'),
		field('date_of_birth', 'date', 'Date of birth'),
		field('city', 'string', 'City of residence'),
		field('state', 'string', 'State of residence'),
		field('postal_code', 'string', 'Postal/ZIP code'),
		field('address_line1', 'string', 'Primary address line'),
		field('address_line2', 'string', 'Secondary address line'),
		field('date_of_death', 'date', 'Date of death'),
		field('meta', 'object', 'Additional metadata as key-value pairs'),
	],
	case_lists: [
		required('name', 'string', 'List name'),
		field('description', 'string', 'Description shown in the UI'),
		field('is_obo', 'bool', 'Propagates the "on behalf of" flag to member cases'),
	],
};

/**
 * The members with a special effect. `case_id`, which only the table of POST /clients has, is assumed to be left over
 * from `case_ids`: accepted there, but not listed.
 */
export const effectFields: Readonly<Record<ObjectName, readonly Field[]>> = {
	cases: [
		field('client_ids', 'uint[]', 'Associated client IDs (replaces links on create/update)'),
		field('opt_out_voice_calls', 'bool', 'When true, marks all linked clients voice-calls opted out'),
	],
	clients: [
		field('case_ids', 'uint[]', 'Associated case IDs (replaces links on create/update)'),
		field('voice_calls_opted_out', 'bool', 'Voice-calls opt-out, applied across linked clients/cases'),
	],
	case_lists: [
		field('filter', 'object', 'Saved case filter'),
		field('include_ids', 'uint[]', 'Case IDs to include, requires filter'),
		field('exclude_ids', 'uint[]', 'Case IDs to exclude, requires filter'),
	],
};
