import type { INodeProperties } from 'n8n-workflow';

const OTHER_SERVER = 'otherServer';

/** The switch that shows the addresses. n8n omits hidden fields, and the nodes then use the vendor's own address. */
export const otherServerField = (vendorName: string, hint = 'Only for a test server.'): INodeProperties => ({
	displayName: 'Other Server',
	name: OTHER_SERVER,
	type: 'boolean',
	default: false,
	description: `Whether to send the key to another address than the one of ${vendorName}. ${hint}`,
});

/**
 * An address of the credential, as two fields of one name: one behind the switch, one shown without it if the address differs from
 * the vendor's. So no hidden address is ever used.
 */
export const addressFields = (
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
	address: string,
): INodeProperties[] =>
	[{ [OTHER_SERVER]: [true] }, { [OTHER_SERVER]: [false], [`/${field.name}`]: [{ _cnd: { not: address } }] }].map(
		(show) => ({
			...field,
			type: 'string',
			default: address,
			required: true,
			displayOptions: { show },
		}),
	);
