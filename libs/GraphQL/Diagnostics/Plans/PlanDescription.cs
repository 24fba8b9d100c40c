using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Diagnostics;

/// <summary>
/// Tells the plan of a request as <c>extensions.plan</c> has it: the fields as they are executed, with how each gets its value and what
/// that costs. No value of a variable or argument is in it.
/// </summary>
internal sealed class PlanDescription
{
    /// <summary>The member of <c>extensions</c>.</summary>
    public const string Extension = "plan";

    /// <summary>Most fields that are told: an operation can select few fields on many types.</summary>
    private const int MaxFields = 1_000;

    private readonly PreparedRequest _request;
    private readonly PlanRecorder? _recorder;
    private int _fields;

    private PlanDescription(PreparedRequest request, PlanRecorder? recorder)
    {
        _request = request;
        _recorder = recorder;
    }

    /// <summary>Describes a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="recorder">What its execution did; null when it is not executed.</param>
    public static List<KeyValuePair<string, object?>> Of(PreparedRequest request, PlanRecorder? recorder) =>
        new PlanDescription(request, recorder).Describe();

    private List<KeyValuePair<string, object?>> Describe()
    {
        var plan = _request.Plan;
        var operation = plan.Operation;
        var described = new List<KeyValuePair<string, object?>> { new("operation", operation.Operation.ToString().ToLowerInvariant()) };
        if (operation.Name is { } name)
            described.Add(new("name", name.Value));
        described.Add(new("cost", _request.Cost.ToExtension()));
        described.Add(new("fields", Fields(plan.Root, [plan.RootType])));
        if (_fields > MaxFields)
            described.Add(new("fieldsOmitted", _fields - MaxFields));
        if (_recorder is not null)
            described.AddRange(_recorder.Describe());
        return described;
    }

    private List<object> Fields(SelectionPlan selection, IEnumerable<ObjectType> types)
    {
        var fields = new List<object>();
        foreach (var type in types)
        {
            if (_fields > MaxFields)
                break;
            foreach (var field in selection.For(type, _request.Conditions))
            {
                if (++_fields <= MaxFields)
                    fields.Add(Describe(field));
            }
        }

        return fields;
    }

    private List<KeyValuePair<string, object?>> Describe(FieldPlan field)
    {
        var described = new List<KeyValuePair<string, object?>>
        {
            new("name", field.ResponseName),
            new("field", field.Coordinate),
            new("type", field.Field.Type.ToString()),
            new("kind", KindOf(field)),
            new("cost", _request.Plan.Options.CostRules.WeightOf(field.Field)),
        };
        if (!field.Field.Authorization.IsEmpty)
            described.Add(new("authorization", field.Field.Authorization.Select(Describe).ToList()));
        if (_recorder?.ColumnsOf(field) is { } columns)
            described.Add(new("columns", columns));
        if (field.Selection is { } selection)
            described.Add(new("fields", Fields(selection, _request.Plan.Schema.PossibleTypes(field.Field.Type.Named))));
        return described;
    }

    private static List<KeyValuePair<string, object?>> Describe(AuthorizationRule rule)
    {
        var described = new List<KeyValuePair<string, object?>>();
        if (!rule.Roles.IsEmpty)
            described.Add(new("roles", rule.Roles));
        if (rule.Policy is not null)
        {
            described.Add(new("policy", rule.Policy));
            described.Add(new("apply", rule.Apply.ToString()));
        }

        return described;
    }

    /// <summary>How its value comes, whatever guards it.</summary>
    private static string KindOf(FieldPlan field) => field.Field.Resolver switch
    {
        _ when field.Kind == FieldKind.TypeName => "constant",
        FieldResolver.Property => "property",
        FieldResolver.Synchronous => "method",
        FieldResolver.Asynchronous { IsBatched: true } => "batch",
        FieldResolver.Stream => "stream",
        _ => "task",
    };
}
