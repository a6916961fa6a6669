import { person } from '../people/distinction';
import { clientColumns } from './columns';
import { optional, required, type RecordKind } from './record';

/** See docs/vendors/kayse.md#clients. */
export const client: RecordKind = {
	object: 'clients',
	path: '/clients',
	rowsMember: 'clients',
	singular: 'client',
	fields: [
		...required(
			['first_name', 'First Name', 'personName', 'Client’s first name'],
			['last_name', 'Last Name', 'personName', 'Client’s last name'],
			['external_source', 'External Source', 'string', 'Source of the record, such as manual or import'],
			['external_source_id', 'External Source ID', 'sourceId', 'ID of the record in its source'],
		),
		...optional(
			['email', 'Email', 'email', 'Client’s email address'],
			['mobile', 'Mobile', 'telephone', 'Client’s mobile phone number, such as +12025550123'],
			['date_of_birth', 'Date of Birth', 'birthday', 'Client’s date of birth'],
			['address_line1', 'Address Line 1', 'string', 'Primary address line'],
			['address_line2', 'Address Line 2', 'string', 'Secondary address line'],
			['city', 'City', 'string', 'City of residence'],
			['state', 'State', 'string', 'State of residence'],
			['postal_code', 'Postal Code', 'postalCode', 'Postal or ZIP code'],
			['date_of_death', 'Date of Death', 'date', 'Date of death'],
			['meta', 'Meta', 'object', 'More data, as a JSON object'],
		),
	],
	guide:
		'"External Source" is the source of the client, such as manual or import. "External Source ID" is its number or email there.',
	// Without these fields, Kayse cannot call or write to a client.
	shown: ['email', 'mobile'],
	distinction: person,
	columnNames:
		'Columns can have any spelling ("First Name", first_name), or the names of other programs ("Cell Phone" for Mobile).',
	columns: clientColumns,
	apart: { links: 'case_ids', optOut: 'voice_calls_opted_out' },
	// `case_id` is the older name of `case_ids` (docs/vendors/kayse.md#c4).
	named: ['first_name', 'last_name', 'email', 'mobile'],
	readOnly: ['id', 'case_id', 'gender', 'origin', 'update_origin'],
	lookUp: 'Search Kayse for the name of the client.',
	isReadable: true,
};
