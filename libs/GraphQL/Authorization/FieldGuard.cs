using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Authorization;

/// <summary>Stands before the resolver of a field that not everybody may use. Made when a plan is; other fields have none.</summary>
internal sealed class FieldGuard
{
    private readonly string _coordinate;
    private readonly SchemaType _type;
    private readonly ImmutableArray<AuthorizationRule> _rules;

    /// <summary>Those whose policy is asked about the value.</summary>
    private readonly ImmutableArray<AuthorizationRule> _after;

    private FieldGuard(ComplexType parentType, OutputField field)
    {
        _coordinate = $"{parentType.Name}.{field.Name}";
        _type = field.Type;
        _rules = field.Authorization;
        _after = [.. field.Authorization.Where(static rule => rule is { Apply: ApplyPolicy.AfterResolver, Policy: not null })];
    }

    /// <summary>The field's resolver, behind its guard if it has one.</summary>
    public static FieldResolver? ResolverOf(ComplexType parentType, OutputField field) =>
        field.Authorization.IsEmpty || field.Resolver is null ? field.Resolver : new FieldGuard(parentType, field).Wrap(field.Resolver);

    /// <summary>What a caller is refused with before any policy is asked; null when that is nothing.</summary>
    public static GraphQLError? Refuse(AuthorizationRule rule, ClaimsPrincipal user, string coordinate) =>
        rule.HasRole(user) && (rule.Policy is not null || user.Identity is { IsAuthenticated: true }) ? null : AuthorizationErrors.Refused(user, coordinate);

    private FieldResolver Wrap(FieldResolver resolver)
    {
        var asksPolicies = _rules.Any(static rule => rule.Policy is not null);
        switch (resolver)
        {
            case FieldResolver.Stream stream when !asksPolicies:
                // the stream stays what it is, so that one with a history can be shared
                return stream.With(context =>
                {
                    Admit(context);
                    return stream.Subscribe(context);
                });
            case FieldResolver.Stream stream:
                return stream.With(context => FollowAsync(context, stream, context.CancellationToken));
            case FieldResolver.Property property when !asksPolicies:
                return new FieldResolver.Synchronous(context =>
                {
                    Admit(context);
                    return property.Read(context.Parent!);
                });
            case FieldResolver.Synchronous synchronous when !asksPolicies:
                return new FieldResolver.Synchronous(context =>
                {
                    Admit(context);
                    return synchronous.Invoke(context);
                });
            default:
                var invoke = ResolverChain.Invoker(resolver);
                return new FieldResolver.Asynchronous(context => ResolveAsync(context, invoke));
        }
    }

    private ValueTask<object?> ResolveAsync(ResolverContext context, Func<ResolverContext, ValueTask<object?>> invoke)
    {
        var check = CheckAsync(context);
        return check.IsCompletedSuccessfully && _after.IsEmpty ? invoke(context) : Await(check);

        async ValueTask<object?> Await(ValueTask check)
        {
            await check;
            var value = await invoke(context);
            return _after.IsEmpty ? value : await FilterAsync(context, _type.NullableType, value, path: []);
        }
    }

    private async IAsyncEnumerable<object?> FollowAsync(
        ResolverContext context, FieldResolver.Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(context);
        await foreach (var element in stream.Subscribe(context).WithCancellation(cancellationToken))
        {
            if (_after.IsEmpty || await IsVisibleAsync(context, element))
                yield return element;
        }
    }

    /// <summary>Throws unless everything that needs no policy holds.</summary>
    private void Admit(ResolverContext context)
    {
        foreach (var rule in _rules)
        {
            if (Refuse(rule, context.User, _coordinate) is { } error)
                throw new GraphQLException(error with { Path = context.Path });
        }
    }

    private async ValueTask CheckAsync(ResolverContext context)
    {
        Admit(context);
        foreach (var rule in _rules)
        {
            if (rule.Policy is null || rule.Apply == ApplyPolicy.AfterResolver)
                continue;
            var resource = rule.Resource == PolicyResource.Parent ? context.Parent : null;
            if (!await context.Policies.IsMetAsync(rule.Policy, resource, context.CancellationToken))
                throw new GraphQLException(AuthorizationErrors.Refused(context.User, _coordinate) with { Path = context.Path });
        }
    }

    private async ValueTask<bool> IsVisibleAsync(ResolverContext context, object? value)
    {
        foreach (var rule in _after)
        {
            if (!await context.Policies.IsMetAsync(rule.Policy!, value, context.CancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>The value with null in the place of what may not be seen; throws where null may not stand.</summary>
    private async ValueTask<object?> FilterAsync(ResolverContext context, SchemaType type, object? value, ImmutableArray<object> path)
    {
        if (value is null)
            return null;
        if (type is not ListType list || value is string || value is not IEnumerable elements)
        {
            if (await IsVisibleAsync(context, value))
                return value;
            throw new GraphQLException(AuthorizationErrors.Refused(context.User, _coordinate) with { Path = [.. context.Path, .. path] });
        }

        var kept = new List<object?>();
        foreach (var element in elements)
        {
            try
            {
                kept.Add(await FilterAsync(context, list.ElementType.NullableType, element, path.Add(kept.Count)));
            }
            catch (GraphQLException exception) when (list.ElementType is not NonNullType)
            {
                context.Report(exception.Errors[0]);
                kept.Add(null);
            }
        }

        return kept;
    }
}
