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

/** Follows the guide https://docs.kayse.ai/api/posting-leads-cases, with the requests of docs/vendors/kayse.md. */
export const intake: OperationDescription = {
	option: {
		name: 'Take In',
		value: 'intake',
		action: 'Take in a lead, call it if chosen',
		description: 'Create a client and a case and link them, or update earlier ones',
		routing: intakeRouting,
	},
	notice: 'With Schedule Call, an AI agent calls the person.',
	tool: {
		text: 'Creates or updates one client and case. If so set, an AI agent calls the person.',
		arguments: {
			'clientFields.first_name': 'Such as Dana',
			'clientFields.last_name': 'Such as Reyes',
			'clientFields.mobile': 'Such as +12025550123',
			'clientFields.external_source': 'Source, such as other',
			'clientFields.external_source_id': 'ID in its source, from the user',
			'caseFields.case_number': 'Such as 24-CV-1182',
			'caseFields.external_source_id': 'ID in its source, from the user',
			'caseFields.external_source': 'Source, such as other',
			'caseFields.status': 'Such as active',
			'caseFields.type': 'Such as civil',
		},
	},
	fields: [
		guideNotice(
			'clientNotice',
			'"External Source" is the source of the lead (a name from your list in Kayse). "External Source ID" is its number or email there. Both must stay the same: they prevent duplicates.',
		),
		mappedFields('clientFieldsToCreate', { displayName: 'Client', name: CLIENT_FIELDS }),
		automaticNotice(CLIENT_FIELDS, client.columnNames),
		guideNotice(
			'caseNotice',
			'The case gets the External Source and ID of the client, unless you add its own, or have a column "case_external_source_id". Kayse creates a new "Status" or "Type" if needed.',
		),
		mappedFields('caseFieldsToTakeIn', { displayName: 'Case', name: CASE_FIELDS }),
		automaticNotice(
			CASE_FIELDS,
			`${legalCase.columnNames} If client and case share a column name, use "case_status" for the case.`,
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
						'For any number of leads, and all modes of n8n. The input items are rows of a table, such as n8n’s Data Table. After each run, write the columns client_id, case_id and called_campaigns back from the output, or from "details" of a failed lead.',
				},
				{
					name: 'In This Workflow',
					value: 'workflow',
					description:
						'For up to 2,000 leads of a published workflow. Not for queue mode (except with Execute Sub-workflow), and not for a workflow with a trigger of this package.',
				},
			],
			description: 'Where to remember the leads that exist in Kayse, so that none is created or called twice',
		},
		{
			displayName: 'Add to Case List',
			name: 'addToList',
			type: 'boolean',
			default: false,
			displayOptions: { show: { remember: ['workflow'] } },
			description: 'Whether to add the cases of all input items to a list that this node creates',
		},
		{
			displayName: 'List Name',
			name: 'listName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Website leads',
			description:
				'Name of the list that this node creates. A published workflow rebuilds the list at each run, and removes changes made in Kayse.',
			displayOptions: { show: { addToList: [true], remember: ['workflow'] } },
		},
		{
			displayName: 'List Filter',
			name: 'listFilter',
			type: 'json',
			default: '{}',
			required: true,
			description:
				'Such as { "case_type_ids": [25], "status_ids": [30] }. Kayse needs a filter to add single cases to a list. The list also gets all cases of the filter.',
			displayOptions: { show: { addToList: [true], remember: ['workflow'] } },
		},
		{
			displayName: 'Schedule AI Call',
			name: 'scheduleCall',
			type: 'boolean',
			default: false,
			description: 'Whether an AI agent calls the client. This calls a real phone, once for each case and campaign.',
		},
		{ ...campaignLocator, displayOptions: { show: { scheduleCall: [true] } } },
		additionalFields([
			{
				displayName: 'Call Again',
				name: 'callAgain',
				type: 'boolean',
				default: false,
				description: 'Whether to call even if an earlier execution of this workflow scheduled a call about the case',
			},
			ofKind('wholeId', {
				displayName: 'Case ID',
				name: 'caseId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9001',
				description: 'ID of an existing case. The node updates it and creates none.',
			}),
			ofKind('wholeId', {
				displayName: 'Client ID',
				name: 'clientId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 412',
				description: 'ID of an existing client. The node updates it and creates none.',
			}),
			{
				displayName: 'Create Again',
				name: 'createAgain',
				type: 'boolean',
				default: false,
				description:
					'Whether to create client and case even if an earlier execution may have created them. First make sure that Kayse does not have them.',
			},
			{
				displayName: 'List Description',
				name: 'listDescription',
				type: 'string',
				default: '',
				description: 'Description in Kayse',
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
