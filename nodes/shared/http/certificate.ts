const FAULTS = new Map(
	Object.entries({
		CERT_HAS_EXPIRED: 'its certificate has expired',
		CERT_NOT_YET_VALID: 'its certificate is not valid yet',
		CERT_REVOKED: 'its certificate was revoked',
		DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed, and n8n does not trust it',
		ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate belongs to another host',
	}),
);

/** Node.js's codes for a certificate that it does not accept. */
const CERTIFICATE_CODE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;

/** The fault of a server's certificate, in words; undefined when the code has another meaning. */
export function certificateFault(code: string): string | undefined {
	if (!CERTIFICATE_CODE.test(code)) return undefined;
	return FAULTS.get(code) ?? 'n8n does not trust the issuer of its certificate';
}
