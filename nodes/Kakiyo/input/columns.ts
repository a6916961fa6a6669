import { KnownColumns } from '../../shared/values/knownColumns';

/** Fields of a person that exports of other programs contain. */
export type PersonField = 'name' | 'url';

/** Names of these columns in the exports of other programs. docs/kakiyo.md prints this table. */
export const peopleColumns = new KnownColumns<PersonField>([
	{ program: 'LinkedIn (Connections.csv)', columns: { name: 'First Name + Last Name', url: 'URL' } },
	{
		program: 'Captain Data, Vayne and other scrapers of Sales Navigator',
		columns: { name: 'full_name > first_name + last_name', url: 'linkedin_profile_url | linkedin_url' },
	},
	{
		program: 'Evaboot',
		columns: { name: 'Full Name > First Name + Last Name', url: 'Linkedin URL Public > Linkedin URL Unique ID' },
	},
	{
		program: 'PhantomBuster',
		columns: { name: 'fullName > firstName + lastName', url: 'linkedInProfileUrl | profileUrl > defaultProfileUrl' },
	},
	{ program: 'Apollo', columns: { name: 'First Name + Last Name', url: 'Person Linkedin Url | Contact LinkedIn URL' } },
	{
		program: 'HubSpot',
		columns: { name: 'First Name + Last Name', url: 'LinkedIn URL | LinkedIn Profile URL | hs_linkedin_url' },
	},
	{
		program: 'Pipedrive',
		columns: {
			name: 'Person - Name > Person - First name + Person - Last name',
			url: 'Person - LinkedIn | Person - LinkedIn profile | Person - LinkedIn URL',
		},
	},
	{ program: 'lemlist', columns: { name: 'firstName + lastName', url: 'linkedinUrl' } },
	{ program: 'HeyReach', columns: { name: 'First name + Last name', url: 'Profile URL' } },
	{ program: 'Waalaxy', columns: { name: 'firstName + lastName', url: 'linkedinUrl' } },
	{
		program: 'Tables of your own',
		columns: {
			name: 'Name > First Name + Last Name',
			url: 'LinkedIn | LinkedIn Profile | LinkedIn Link | LinkedIn Address',
		},
	},
]);
