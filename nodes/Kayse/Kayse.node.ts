import {
	NodeConnectionTypes,
	type INodePropertyOptions,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { contactHoursOption, contactLimitOption, oneThroughOption } from '../shared/contacts/fields';
import { shownFor } from '../shared/fields/displayed';
import { defaultCountryOption } from '../shared/fields/defaultCountry';
import { listFields } from '../shared/fields/list';
import { includeQuotaOption, optionsByExpression, optionsFields, sendUnfilledOption } from '../shared/fields/options';
import { operationOfOtherResources } from '../shared/fields/resource';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { everythingToOperation } from '../shared/routing';
import { credentialTest } from './methods/credentialTest';
import { listSearch } from './lists';
import { rowsPerRequestOption } from './operations/bulkOptions';
import { keepOptOutsOption, unseenFieldsOption } from './input/updateMode';
import { respectOptOutsOfLeadOption, respectOptOutsOption } from './update/respectOptOuts';
import { refuseOthersOption, sameIdOption } from './people/options';
import { clearableFields, resourceMapping } from './methods/resourceMapping';
import { call } from './resources/call';
import { campaign } from './resources/campaign';
import { legalCase } from './resources/case';
import { caseList } from './resources/caseList';
import { client } from './resources/client';
import { lead } from './resources/lead';
import { metadata } from './resources/metadata';
import { kayse } from './vendor';
import { onlyIfNameOptions } from '../shared/fields/onlyIfName';

const resources = [...call, ...campaign, ...legalCase, ...caseList, ...client, ...lead, ...metadata];

const contactOptions = shownFor(
	{ '/resource': ['call', 'case', 'lead'], '/operation': ['schedule', 'sendEmail', 'sendSms', 'intake'] },
	[contactHoursOption, contactLimitOption, oneThroughOption],
);

/** First what people come for, last what is for developers. */
const RESOURCES_IN_ORDER: INodePropertyOptions[] = [
	{ name: 'Lead', value: 'lead' },
	{ name: 'Client', value: 'client' },
	{ name: 'Case', value: 'case' },
	{ name: 'Call', value: 'call' },
	{ name: 'Campaign', value: 'campaign' },
	{ name: 'Case List', value: 'caseList' },
	{ name: 'Metadata', value: 'metadata' },
];

export class Kayse implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kayse',
		name: 'kayse',
		icon: { light: 'file:../../icons/kayse.svg', dark: 'file:../../icons/kayse.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Sync clients and cases of a law firm, start AI calls, text messages and emails',
		defaults: { name: 'Kayse' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kayseOutreachApi', required: true, testedBy: 'kayseKeyTest' }],
		requestDefaults: { baseURL: 'https://api.kayse.com/v1' },
		requestOperations: operationByExpression(kayse, resources),
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: RESOURCES_IN_ORDER,
				default: 'client',
				routing: everythingToOperation,
			},
			...resources,
			operationOfOtherResources(resources),
			...listFields(['getAll']),
			...optionsFields([
				...onlyIfNameOptions(resources),
				{
					...defaultCountryOption,
					displayOptions: {
						show: { '/resource': ['client', 'lead'], '/operation': ['create', 'intake', 'update', 'upsert'] },
					},
				},
				...contactOptions,
				includeQuotaOption,
				keepOptOutsOption,
				refuseOthersOption,
				...shownFor({ '/resource': ['call', 'case'], '/operation': ['schedule', 'sendEmail', 'sendSms'] }, [
					respectOptOutsOption,
				]),
				...shownFor({ '/resource': ['lead'], '/operation': ['intake'], '/scheduleCall': [true] }, [
					respectOptOutsOfLeadOption,
				]),
				rowsPerRequestOption,
				sameIdOption,
				unseenFieldsOption,
				{ ...sendUnfilledOption, displayOptions: { show: { '/resource': ['campaign'], '/operation': ['create'] } } },
				{
					...sendUnfilledOption,
					displayOptions: { show: { '/resource': ['case'], '/operation': ['sendEmail', 'sendSms'] } },
				},
			]),
			optionsByExpression,
		],
	};

	customOperations = customOperationsOf(kayse, resources);

	methods = { credentialTest, listSearch, loadOptions: clearableFields, resourceMapping };
}
