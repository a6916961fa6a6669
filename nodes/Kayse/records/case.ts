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
			[
				'external_source',
				'External Source',
				'string',
				'Where the record comes from: one of the sources that Kayse knows, such as other',
			],
			['external_source_id', 'External Source ID', 'sourceId', 'ID of the record where it comes from'],
			[
				'status',
				'Status',
				'string',
				'Status of the case, such as active, closed or pending. Kayse creates one that it does not know.',
			],
			['type', 'Type', 'string', 'Type of the case, such as civil, criminal or family'],
		),
		...optional(
			['name', 'Name', 'name', 'Name or title of the case'],
			['description', 'Description', 'string', 'Description of the case'],
			['court_name', 'Court Name', 'string', 'Name of the court'],
			['jurisdiction', 'Jurisdiction', 'string', 'Legal jurisdiction'],
			['created_date', 'Created Date', 'date', 'Day on which the case was created'],
			['court_date', 'Court Date', 'date', 'Next day in court'],
			['end_date', 'End Date', 'date', 'Day on which the case ended'],
			['is_obo', 'On Behalf Of', 'bool', 'Whether the case is on behalf of another party'],
			[
				'external_source_data',
				'External Source Data',
				'object',
				'Further data from where the record comes from, as a JSON object',
			],
		),
	],
	guide:
		'"External Source" says where the case comes from, such as manual or import; "External Source ID" is its number there. Kayse creates a "Status" or "Type" that it does not know.',
	distinction: caseNumber,
	columnNames:
		'Columns may be spelled freely ("Case Number", case_number), or be named as in other programs ("Matter Number").',
	columns: caseColumns,
	apart: { links: 'client_ids', optOut: 'opt_out_voice_calls' },
	named: ['name', 'case_number'],
	readOnly: ['id', 'origin', 'update_origin', 'call_opted_out', 'sms_opted_out', 'email_opted_out'],
	lookUp: 'Search Kayse for the number of the case.',
	isReadable: true,
};
