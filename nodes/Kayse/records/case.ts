import { caseNumber } from '../people/distinction';
import { caseColumns } from './columns';
import { optional, required, type RecordKind } from './record';

/** See docs/vendors/kayse.md#cases. */
export const legalCase: RecordKind = {
	object: 'cases',
	path: '/cases',
	rowsMember: 'cases',
	singular: 'case',
	fields: [
		...required(
			['case_number', 'Case Number', 'caseNumber', 'Unique number of the case'],
			['external_source', 'External Source', 'string', 'Source of the record: one of Kayse’s sources, such as other'],
			['external_source_id', 'External Source ID', 'sourceId', 'ID of the record in its source'],
			[
				'status',
				'Status',
				'string',
				'Status of the case, such as active, closed or pending. Kayse creates a new status if needed.',
			],
			['type', 'Type', 'string', 'Type of the case, such as civil, criminal or family'],
		),
		...optional(
			['name', 'Name', 'name', 'Name or title of the case'],
			['description', 'Description', 'string', 'Description of the case'],
			['court_name', 'Court Name', 'string', 'Name of the court'],
			['jurisdiction', 'Jurisdiction', 'string', 'Legal jurisdiction'],
			['created_date', 'Created Date', 'date', 'Date of creation of the case'],
			['court_date', 'Court Date', 'date', 'Date of the next court hearing'],
			['end_date', 'End Date', 'date', 'Date of the end of the case'],
			['is_obo', 'On Behalf Of', 'bool', 'Whether the case is on behalf of another party'],
			['external_source_data', 'External Source Data', 'object', 'More data from the source, as a JSON object'],
		),
	],
	guide:
		'"External Source" is the source of the case, such as manual or import. "External Source ID" is its number there. Kayse creates a new "Status" or "Type" if needed.',
	distinction: caseNumber,
	columnNames:
		'Columns can have any spelling ("Case Number", case_number), or the names of other programs ("Matter Number").',
	columns: caseColumns,
	apart: { links: 'client_ids', optOut: 'opt_out_voice_calls' },
	named: ['name', 'case_number'],
	readOnly: ['id', 'origin', 'update_origin', 'call_opted_out', 'sms_opted_out', 'email_opted_out'],
	lookUp: 'Search Kayse for the number of the case.',
	isReadable: true,
};
