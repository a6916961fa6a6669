type ByVendor = Readonly<Record<string, readonly string[]>>;

/** Operations that an agent for one vendor does well with. */
export const RECOMMENDED: ByVendor = {
	KaiCalls: [
		'Agent > Get Many',
		'Call > Create',
		'Call > Get',
		'Call > Get Many',
		'Lead > Get Many',
		'Lead > Create',
		'Lead > Update',
		'SMS Conversation > Get',
		'SMS Message > Send',
		'Transcript > Get Many',
	],
	KAIRO: [
		'Agent > Get Many',
		'Agent > Run',
		'Agent > Get Run',
		'Agent > Get Runs',
		'Workflow > Get Many',
		'Workflow > Run',
		'Workflow > Get Run',
		'Context > Query',
		'Analytics > Get Costs',
	],
	Kakiyo: [
		'Campaign > Get Many',
		'Campaign > Get Statistics',
		'Campaign > Pause',
		'Prospect > Search',
		'Prospect > Get',
		'Prospect > Add',
		'Prospect > Pause',
		'Prospect > Qualify',
		'Do Not Contact > Check',
		'Do Not Contact > Add',
	],
	Kayse: [
		'Case > Get',
		'Case > Update',
		'Case > Send SMS',
		'Case > Send Email',
		'Client > Get',
		'Client > Update',
		'Campaign > Get Many',
		'Case List > Get Many',
	],
};

/** Of these, operations that contact a person or cost money: they belong behind n8n's approval step. */
export const APPROVED_FIRST: ByVendor = {
	KaiCalls: ['Call > Create', 'SMS Message > Send'],
	KAIRO: ['Agent > Run', 'Workflow > Run'],
	Kakiyo: ['Prospect > Add'],
	Kayse: ['Case > Send SMS', 'Case > Send Email'],
};

/** Operations whose fault costs more than a model's help is worth, or whose answer a model cannot use. */
export const NOT_FOR_MODELS: ByVendor = {
	KaiCalls: [
		'Communication Run > Create',
		'Communication Run > Cancel',
		'Event > Replay',
		'Phone Number > Assign',
		'Phone Number > Release',
		'Webhook > Create',
		'Webhook > Delete',
		'Webhook > Rotate Secret',
		'Call > Get Recording',
		'Agent > Update',
	],
	KAIRO: [
		'Agent > API Request',
		'Analytics > API Request',
		'Context > API Request',
		'Workflow > API Request',
		'Agent > Delete',
		'Workflow > Delete',
		'Workflow > Update',
	],
	Kakiyo: [
		'Agent > Set Up',
		'Agent > Delete',
		'Campaign > Delete',
		'Prospect > Delete',
		'Prospect > Import From Sales Navigator',
		'Do Not Contact > Remove',
		'Prompt > Update',
		'Webhook > Create',
		'Webhook > Update',
		'Webhook > Delete',
		'Workspace > Delete',
		'Workspace > Invite Client',
	],
	Kayse: ['Case > Delete', 'Client > Delete', 'Campaign > Create', 'Case List > Create or Update'],
};
