import { KnownColumns } from '../../shared/values/knownColumns';
import type { Labels } from '../../shared/values/labelledColumns';

const MOBILE =
	/^(?:mobile?(?:s|phone|telefon|nummer|number)?|mobil|cell(?:s|phone|ular|ulare|ulaire)?|cel|celular|(?:dienst)?handy|natel|iphone|movil|telemovel|portable|gsm)$/;

const FAX =
	/^(?:tele|work|home|other|business|main)?(?:fax|faks|facsimil)|^telecopi|^(?:pager|beeper|telex|факс|传真|傳真|ファックス|팩스)$/;

const googleLabels = (thing: string): Labels => ({ columns: [`${thing} # - Label`, `${thing} # - Type`] });

const businessAddress = {
	fields: ['address_line1', 'address_line2', 'city', 'state', 'postal_code'],
	begin: 'business',
};

/** Other programs' column names for Kayse's fields of a person. docs/kayse.md prints this table. */
export const clientColumns = new KnownColumns<string>(
	[
		{
			program: 'Clio',
			columns: {
				email: 'email_address | primary_email_address | Primary Email',
				mobile: 'mobile_phone > primary_phone | Primary Phone Number',
				address_line1: 'home_street | Primary Address Street > business_street',
				city: 'home_city | Primary Address City > business_city',
				state: 'home_state | Home Province | Primary Address State > business_state',
				postal_code:
					'home_postal_code | Home Zip | Primary Address Zip Code | Primary Address Postal Code > business_postal_code',
			},
		},
		{
			program: 'Lawmatics',
			columns: {
				email: 'Email Address',
				mobile: 'Phone | Phone Number',
				date_of_birth: 'Birthdate',
				address_line1: 'Street | Street Address',
				address_line2: 'Street 2 | Street Address 2',
				postal_code: 'Zipcode',
			},
		},
		{
			program: 'Law Ruler',
			columns: {
				first_name: 'First',
				last_name: 'Last',
				email: 'Email Address > Email 1',
				mobile: 'Cell Phone | Cell',
				date_of_birth: 'DOB',
				address_line1: 'Address',
				postal_code: 'Zip',
			},
		},
		{
			program: 'SmartAdvocate',
			columns: {
				email: 'Email Address > Email 1',
				mobile: 'Cell Phone | Cell Phone Number | Mobile Phone',
				date_of_birth: 'DOB',
				address_line1: 'Address 1',
				address_line2: 'Address 2',
				postal_code: 'Zip Code',
			},
		},
		{
			program: 'Outlook',
			columns: {
				email: 'E-mail Address > E-mail 1 | Email 1',
				mobile: 'Mobile Phone > Primary Phone',
				address_line1: 'Home Street > Business Street',
				city: 'Home City > Business City',
				state: 'Home State | Home State/Province > Business State',
				postal_code: 'Home Postal Code | Home Zip/Postal Code > Business Postal Code',
				address_line2: 'Home Street 2 > Business Street 2',
				date_of_birth: 'Birthday',
			},
		},
		{
			program: 'Google Contacts',
			separator: ':::',
			labels: { email: googleLabels('E-mail'), mobile: { ...googleLabels('Phone'), wanted: MOBILE, never: FAX } },
			columns: {
				first_name: 'Given Name',
				last_name: 'Family Name',
				email: 'E-mail # - Value',
				mobile: 'Phone # - Value',
				address_line1: 'Address 1 - Street',
				address_line2: 'Address 1 - Extended Address',
				city: 'Address 1 - City',
				state: 'Address 1 - Region',
				postal_code: 'Address 1 - Postal Code',
				date_of_birth: 'Birthday',
			},
		},
		{
			program: 'Tables of your own',
			columns: {
				first_name: 'First | Forename',
				last_name: 'Last | Surname',
				email: 'Email Address | Email ID | Mail > Personal Email > Home Email',
				mobile:
					'Mobile Phone | Mobile Number | Mobile Phone Number | Cell | Cell Phone | Cell Number | Cell Phone Number > Primary Phone | Phone | Phone Number | Telephone > Phone 1',
				date_of_birth: 'DOB | Birthdate | Birth Date | Birthday',
				address_line1: 'Address 1 | Street | Street 1 | Street Address > Address',
				address_line2: 'Address 2 | Street 2 | Apt/Suite | Apt',
				state: 'State/Province | State/Region | Province',
				postal_code: 'Zip | Zip Code | ZIP/Postal Code | Postal/Zip Code | Postcode | Post Code',
			},
		},
	],
	businessAddress,
);

/** Other programs' column names for the fields of a case. */
export const caseColumns = new KnownColumns([
	{
		program: 'Clio',
		columns: {
			case_number: 'Display Number | Matter Number | Matter Display Number > custom_number',
			status: 'Matter Status',
			type: 'Practice Area',
			description: 'Matter Description',
			created_date: 'Open Date | Date Opened',
			end_date: 'Close Date | Closed Date | Date Closed',
		},
	},
	{
		program: 'Lawmatics',
		columns: { case_number: 'Matter Number', name: 'Matter Name | Case Title', type: 'Practice Area' },
	},
	{ program: 'Law Ruler', columns: { name: 'Case Name', status: 'Case Status', type: 'Case Type' } },
	{
		program: 'SmartAdvocate',
		columns: {
			name: 'Case Name',
			status: 'Case Status',
			type: 'Case Type',
			created_date: 'Case Open Date',
			end_date: 'Case Close Date',
		},
	},
]);
