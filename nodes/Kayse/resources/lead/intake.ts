import { additionalFields } from '../../../shared/fields/collection';
import type { OperationDescription } from '../../../shared/fields/resource';
import { intake as intakeRouting } from '../../intake/intake';
import { CASE_FIELDS, CLIENT_FIELDS } from '../../intake/lead';
import { ofKind } from '../../../shared/values/reading/kind';
import { campaignLocator } from '../../locators';
import { guideNotice } from '../../input/recordFields';
import { automaticNotice, mappedFields } from '../../../shared/fields/mapped';
import { legalCase } from '../../records/case';
import { client } from '../../records/client';
import { contactOptions } from '../../../shared/contacts/fields';
import { defaultCountryOption } from '../../../shared/fields/defaultCountry';
import { unseenFieldsOption } from '../../input/updateMode';
import { refuseOthersOption, sameIdOption } from '../../people/options';
import { respectOptOutsOfLeadOption } from '../../update/respectOptOuts';

/** The guide https://docs.kayse.ai/api/posting-leads-cases, with the requests of docs/vendors/kayse.md. */
export const intake: OperationDescription = {
	option: {
		name: 'Take In',
		value: 'intake',
		action: 'Take in a lead, call it if chosen',
		description: 'Create a client and a case and link them, or update those that were created before',
		routing: intakeRouting,
	},
	notice: 'With Schedule Call, an AI agent rings the person.',
	tool: {
		text: 'Creates or updates one client and case. If so set, an AI agent rings the person.',
		arguments: {
			'clientFields.first_name': 'Such as Dana',
			'clientFields.last_name': 'Such as Reyes',
			'clientFields.mobile': 'Such as +12025550123',
			'clientFields.external_source': 'Where it comes from, such as other',
			'clientFields.external_source_id': 'ID at its source, as the user gives it',
			'caseFields.case_number': 'Such as 24-CV-1182',
			'caseFields.external_source_id': 'ID at its source, as the user gives it',
			'caseFields.external_source': 'Where it comes from, such as other',
			'caseFields.status': 'Such as active',
			'caseFields.type': 'Such as civil',
		},
	},
	fields: [
		guideNotice(
			'clientNotice',
			'"External Source" says where the lead comes from (a name from your list in Kayse), "External Source ID" is its number or email there. Both must stay the same: they prevent duplicates.',
		),
		mappedFields('clientFieldsToCreate', { displayName: 'Client', name: CLIENT_FIELDS }),
		automaticNotice(CLIENT_FIELDS, client.columnNames),
		guideNotice(
			'caseNotice',
			'The case has the External Source and ID of the client, unless you add them to it, or have a column "case_external_source_id". Kayse creates a "Status" or "Type" that it does not know.',
		),
		mappedFields('caseFieldsToTakeIn', { displayName: 'Case', name: CASE_FIELDS }),
		automaticNotice(
			CASE_FIELDS,
			`${legalCase.columnNames} Of two records with a column of one name, "case_status" is the case’s.`,
		),
		{
			displayName: 'Remember Leads',
			name: 'remember',
			type: 'options',
			noDataExpression: true,
			default: 'workflow',
			options: [
				{
					name: 'In a Table',
					value: 'table',
					description:
						'In every way of running n8n, any number of leads. The input items are rows of a table, such as n8n’s Data Table. Columns client_id, case_id and called_campaigns say what is there; write them back from the output, or from "details" of a lead that ended on its way.',
				},
				{
					name: 'In This Workflow',
					value: 'workflow',
					description:
						'Up to 2,000 leads of a published workflow. Not in queue mode unless called with Execute Sub-workflow, and not beside a trigger of this package.',
				},
			],
			description: 'Where it is kept which leads exist at Kayse, so that none is created or called twice',
		},
		{
			displayName: 'Add to Case List',
			name: 'addToList',
			type: 'boolean',
			default: false,
			displayOptions: { show: { remember: ['workflow'] } },
			description: 'Whether to put the cases of all input items on a list that this node creates and keeps',
		},
		{
			displayName: 'List Name',
			name: 'listName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Website leads',
			description:
				'Of a list that this node creates. A published workflow puts it together anew the next time: changes that people make to it in Kayse are undone.',
			displayOptions: { show: { addToList: [true], remember: ['workflow'] } },
		},
		{
			displayName: 'List Filter',
			name: 'listFilter',
			type: 'json',
			default: '{}',
			required: true,
			description:
				'Such as { "case_type_ids": [25], "status_ids": [30] }. Kayse takes single cases into a list only together with a filter. Cases that the filter finds are on the list as well.',
			displayOptions: { show: { addToList: [true], remember: ['workflow'] } },
		},
		{
			displayName: 'Schedule AI Call',
			name: 'scheduleCall',
			type: 'boolean',
			default: false,
			description:
				'Whether to have an AI agent call the client. This rings a real phone, once for each case and campaign.',
		},
		{ ...campaignLocator, displayOptions: { show: { scheduleCall: [true] } } },
		additionalFields([
			{
				displayName: 'Call Again',
				name: 'callAgain',
				type: 'boolean',
				default: false,
				description:
					'Whether to call even if an earlier execution of this workflow has scheduled a call about the case',
			},
			ofKind('wholeId', {
				displayName: 'Case ID',
				name: 'caseId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9001',
				description: 'Of a case that exists: it is updated instead of creating one',
			}),
			ofKind('wholeId', {
				displayName: 'Client ID',
				name: 'clientId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 412',
				description: 'Of a client that exists: it is updated instead of creating one',
			}),
			{
				displayName: 'Create Again',
				name: 'createAgain',
				type: 'boolean',
				default: false,
				description:
					'Whether to create client and case although an earlier execution may have done so. Only for items whose client and case you have not found in Kayse.',
			},
			{
				displayName: 'List Description',
				name: 'listDescription',
				type: 'string',
				default: '',
				description: 'Shown in Kayse',
			},
		]),
	],
	handling: [
		...contactOptions,
		defaultCountryOption,
		refuseOthersOption,
		respectOptOutsOfLeadOption,
		sameIdOption,
		unseenFieldsOption,
	],
};
