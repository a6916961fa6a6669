import type { StubVendor } from './api';

const client = (id: number) => ({
	id,
	first_name: 'Jane',
	last_name: `Doe ${id}`,
	email: `jane.doe.${id}@example.com`,
	mobile: '+12025550123',
	external_source: 'intake',
	external_source_id: `lead-${id}`,
	date_of_birth: '1990-01-31',
	address: '1 Main Street',
	city: 'Springfield',
	state: 'IL',
	zip: '62701',
	preferred_language: 'en',
	created_at: '2026-11-02T09:00:00Z',
});

/** The endpoints of Kayse for the benchmark. */
export const kayse: StubVendor = ({ path }) => {
	const id = /^\/clients\/(\d+)$/.exec(path)?.[1];
	return id === undefined ? undefined : { body: client(Number(id)), rows: [id] };
};
