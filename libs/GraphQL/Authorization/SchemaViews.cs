using System.Collections.Concurrent;
using System.Security.Claims;
using GraphQL.Types;

namespace GraphQL.Authorization;

/// <summary>
/// A schema as callers see it by their roles. Roles that make no difference give the same view, so there are few, however many callers there
/// are. Safe for any number of threads.
/// </summary>
public sealed class SchemaViews
{
    /// <summary>Roles of a caller are bits of one word.</summary>
    private const int MaximumRoles = 64;

    /// <summary>Combinations of roles whose view is remembered.</summary>
    private const int MaximumCombinations = 4_096;

    private readonly int _maximumViews;
    private readonly string[] _roles;
    private readonly ConcurrentDictionary<ulong, SchemaView> _byRoles = new();
    private readonly List<SchemaView> _views = [];
    private readonly Lock _lock = new();

    /// <summary>The views that matter most are made at once, and checked: of nobody, of each role alone, and of all roles.</summary>
    /// <param name="schema">The whole schema.</param>
    /// <param name="maximumViews">How many are kept; when there are more, all are forgotten and made anew. At least 1.</param>
    /// <exception cref="SchemaBuildException">More than 64 roles are named, or a view is no valid schema.</exception>
    public SchemaViews(Schema schema, int maximumViews = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumViews, 1);
        _maximumViews = maximumViews;
        Whole = schema;
        _roles = [.. RulesOf(schema).SelectMany(static rule => rule.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (_roles.Length > MaximumRoles)
            throw new SchemaBuildException($"[Authorize] names {_roles.Length} roles; at most {MaximumRoles} can be told apart, so use policies for some.");
        Everything = new SchemaView(schema, hidden: []);
        if (_roles.Length == 0)
            return;
        Of([]);
        Of(_roles);
        foreach (var role in _roles)
            Of([role]);
    }

    /// <summary>The schema with everything in it.</summary>
    public Schema Whole { get; }

    /// <summary>The roles that make a difference, in ordinal order.</summary>
    public IReadOnlyList<string> Roles => _roles;

    /// <summary>How many views are kept now.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return Math.Max(_views.Count, 1);
        }
    }

    private SchemaView Everything { get; }

    /// <summary>What a caller sees. Takes no lock and allocates nothing once somebody with the same roles was here.</summary>
    public SchemaView Of(ClaimsPrincipal user)
    {
        if (_roles.Length == 0)
            return Everything;
        var bits = 0UL;
        for (var i = 0; i < _roles.Length; i++)
        {
            if (user.IsInRole(_roles[i]))
                bits |= 1UL << i;
        }

        return Of(bits);
    }

    /// <summary>What callers with exactly these roles see.</summary>
    public SchemaView Of(IEnumerable<string> roles)
    {
        if (_roles.Length == 0)
            return Everything;
        var bits = 0UL;
        foreach (var role in roles)
        {
            if (Array.BinarySearch(_roles, role, StringComparer.Ordinal) is var index and >= 0)
                bits |= 1UL << index;
        }

        return Of(bits);
    }

    private SchemaView Of(ulong bits)
    {
        if (_byRoles.TryGetValue(bits, out var known))
            return known;
        lock (_lock)
        {
            if (_byRoles.TryGetValue(bits, out known))
                return known;
            var hidden = ViewFilter.Hidden(Whole, rule => rule.Roles.IsEmpty || rule.Roles.Any(role => Has(bits, role)));
            if (_views.Find(view => view.HidesSame(hidden)) is not { } view)
            {
                view = Make(hidden);
                if (_views.Count == _maximumViews)
                {
                    _views.Clear();
                    _byRoles.Clear();
                }

                _views.Add(view);
            }

            if (_byRoles.Count == MaximumCombinations)
                _byRoles.Clear();
            _byRoles[bits] = view;
            return view;
        }
    }

    private SchemaView Make(HashSet<object> hidden)
    {
        var schema = new ViewAssembler(Whole, hidden).Assemble();
        if (schema is not null && SchemaValidator.Validate(schema) is { IsEmpty: false } errors)
            throw new SchemaBuildException([.. errors.Select(static error => $"What some callers see is no valid schema. {error.Message}")]);
        return new SchemaView(schema, hidden);
    }

    private bool Has(ulong bits, string role) => (bits & (1UL << Array.BinarySearch(_roles, role, StringComparer.Ordinal))) != 0;

    /// <summary>True when roles decide about arguments or input fields, which nothing asks about once a view is made.</summary>
    internal static bool HasGuardedInputs(Schema schema) => InputsOf(schema).Any(static input => !input.Authorization.IsEmpty);

    private static IEnumerable<AuthorizationRule> RulesOf(Schema schema) =>
        FieldsOf(schema).SelectMany(static field => field.Authorization).Concat(InputsOf(schema).SelectMany(static input => input.Authorization));

    private static IEnumerable<OutputField> FieldsOf(Schema schema) => schema.Types.OfType<ComplexType>().SelectMany(static type => type.Fields);

    private static IEnumerable<InputValue> InputsOf(Schema schema) =>
        FieldsOf(schema).SelectMany(static field => field.Arguments)
            .Concat(schema.Types.OfType<InputObjectType>().SelectMany(static type => type.Fields));
}

/// <summary>What callers with certain roles see of a schema.</summary>
public sealed class SchemaView
{
    private readonly HashSet<object> _hidden;

    internal SchemaView(Schema? schema, HashSet<object> hidden)
    {
        Schema = schema;
        _hidden = hidden;
    }

    /// <summary>Null when nothing is left that could be queried.</summary>
    public Schema? Schema { get; }

    internal bool HidesSame(HashSet<object> hidden) => _hidden.SetEquals(hidden);
}
