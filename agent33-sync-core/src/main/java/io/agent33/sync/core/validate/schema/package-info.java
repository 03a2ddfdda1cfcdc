/**
 * JSON and YAML in files and fenced blocks, read strictly, and held against meta-schemas and the schemas that they name (S7). The only
 * room that knows the schema validator; it asks no other machine.
 */
@ParametersAreNonnullByDefault
package io.agent33.sync.core.validate.schema;

import javax.annotation.ParametersAreNonnullByDefault;
