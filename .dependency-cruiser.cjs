/** The rooms of nodes/shared, from top to bottom: each imports only rooms below it. */
const ROOMS = [
	'webhook',
	'fields',
	'engine',
	'operations',
	'tool',
	'run',
	'batching',
	'paging',
	'http',
	'limits',
	'memory',
	'contacts',
	'waiting',
	'values',
	'contract',
];

const room = (name) => `^nodes/shared/${name}/`;

const downwards = ROOMS.slice(1).map((name, index) => ({
	name: `${name}-is-below-${ROOMS.slice(0, index + 1).join('-')}`,
	severity: 'error',
	from: { path: room(name) },
	to: { path: room(`(${ROOMS.slice(0, index + 1).join('|')})`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
		...downwards,
		{
			name: 'no-circle-of-rooms',
			comment: "A vendor's own folder has its node on top and its facts at the bottom.",
			severity: 'error',
			scope: 'folder',
			from: { path: '^nodes/(?!shared)[^/]+/' },
			to: { circular: true, viaOnly: { path: '^nodes/(?!shared)[^/]+/' } },
		},
		{
			name: 'shared-knows-no-vendor',
			severity: 'error',
			from: { path: '^nodes/shared/' },
			to: { path: '^nodes/(?!shared/)' },
		},
		{
			name: 'a-vendor-imports-no-other-vendor',
			severity: 'error',
			from: { path: '^nodes/(?!shared/)([^/]+)/' },
			to: { path: '^nodes/(?!shared/)', pathNot: '^nodes/$1/' },
		},
		{
			name: 'shipped-code-imports-only-shipped-code',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { path: '^(sandbox|demo|scripts|bench|test)/' },
		},
		{
			name: 'the-sandbox-is-written-from-documents',
			comment: 'If a vendor documents no path, the sandbox uses the guess of the node.',
			severity: 'error',
			from: { path: '^sandbox/', pathNot: '^sandbox/[^/]+/contract/endpoints\\.ts$' },
			to: { path: '^(nodes|credentials)/' },
		},
		{
			name: 'scripts-know-no-demo',
			severity: 'error',
			from: { path: '^scripts/' },
			to: { path: '^(demo|bench|test)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
	},
};
