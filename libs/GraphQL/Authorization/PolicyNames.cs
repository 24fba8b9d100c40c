using GraphQL.Types;

namespace GraphQL.Authorization;

/// <summary>Finds misspelt policies at start, before they refuse everybody.</summary>
internal static class PolicyNames
{
    /// <exception cref="SchemaBuildException">The schema asks for policies that the host does not have.</exception>
    public static void Check(Schema schema, IPolicyEvaluator? policies)
    {
        var problems = new List<string>();
        foreach (var type in schema.Types.OfType<ComplexType>())
        {
            foreach (var field in type.Fields)
            {
                foreach (var rule in field.Authorization)
                {
                    if (rule.Policy is { } policy && policies?.Exists(policy) != true)
                        problems.Add($"{type.Name}.{field.Name} asks for the policy {policy}, which the host does not have; {Advice(policies)}.");
                }
            }
        }

        if (problems.Count > 0)
            throw new SchemaBuildException([.. problems]);
    }

    private static string Advice(IPolicyEvaluator? policies) =>
        policies is null ? "set RequestExecutorOptions.Policies" : "add it there, or correct the name";
}
