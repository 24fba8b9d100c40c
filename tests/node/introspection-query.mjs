// Prints the introspection query of the reference implementation with everything it can ask for.
import { getIntrospectionQuery } from 'graphql';

process.stdout.write(getIntrospectionQuery({
  specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
}));
