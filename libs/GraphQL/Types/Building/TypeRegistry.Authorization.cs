using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Authorization;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    private const string ForeignAttributes = "Microsoft.AspNetCore.Authorization";

    /// <summary>What attributes ask of the callers of a field: its own, its class's, and those of the type it is a field of.</summary>
    private IEnumerable<AuthorizationRule> RulesOf(FieldMember member)
    {
        var own = RulesOf(member.Member).ToList();
        if (member.Member.IsDefined(typeof(AllowAnonymousAttribute), inherit: true))
            return own.Count == 0 ? own : throw new SchemaBuildException("It has [Authorize] and [AllowAnonymous]; take one away.");
        return ClassesOf(member).SelectMany(RulesOf).Concat(own).Distinct();
    }

    /// <summary>
    /// Classes whose attributes hold for all their fields. What guards an interface guards everything that implements it, so that there is no
    /// way around it.
    /// </summary>
    private IEnumerable<Type> ClassesOf(FieldMember member)
    {
        var classes = member.IsOwn ? [] : new HashSet<Type> { member.Member.ReflectedType! };
        if (member.ParentType is { } parent)
        {
            foreach (var type in _catalog.InterfacesOf(parent).Prepend(parent))
            {
                classes.Add(type);
                classes.Add(_catalog.DefinitionOf(type));
            }
        }

        return classes;
    }

    /// <summary>Roles that callers need to see an argument or input field.</summary>
    private static ImmutableArray<AuthorizationRule> RolesOf(InputSource source)
    {
        var rules = source.Attributes.OfType<AuthorizeAttribute>().Select(AuthorizationRule.Of).Distinct().ToImmutableArray();
        return rules.All(static rule => rule is { Roles: not [], Policy: null })
            ? rules
            : throw new SchemaBuildException("[Authorize] on an input says who sees it, by Roles alone; ask policies on the field that takes it.");
    }

    private static IEnumerable<AuthorizationRule> RulesOf(MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributes(inherit: true))
        {
            if (attribute is AuthorizeAttribute authorize)
            {
                yield return authorize is { Apply: not ApplyPolicy.BeforeResolver, Resource: PolicyResource.Parent }
                    ? throw new SchemaBuildException("[Authorize] knows the object before the resolver only; take Resource = Parent or Apply away.")
                    : AuthorizationRule.Of(authorize);
            }
            else if (attribute.GetType().Namespace == ForeignAttributes)
            {
                throw new SchemaBuildException(
                    $"{attribute.GetType().FullName} guards no field; use the attribute of the same name in GraphQL.Authorization.");
            }
        }
    }
}
