using System.Reflection;
using GraphQL.Authorization;
using GraphQL.Execution;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    private OutputField CreateField(ComplexType type, string name, FieldMember member)
    {
        var (property, method) = (member.Member as PropertyInfo, member.Member as MethodInfo);
        var isStream = type.Name == SubscriptionName && member.ParentType is null;
        var result = property is not null ? AnnotatedType.Of(property) : AnnotatedType.Of(method!.ReturnParameter);
        if (method is not null && !ClrMembers.HasResult(method))
            throw new SchemaBuildException("A field needs a value, and this returns nothing; return one, or mark it [GraphQLIgnore].");
        if (result.Is(typeof(Task<>)) || result.Is(typeof(ValueTask<>)))
            result = result.Arguments[0];
        if (isStream)
            result = StreamElement(method, result);
        else if (member.Member.IsDefined(typeof(VisibleToAttribute)))
            throw new SchemaBuildException("[VisibleTo] decides about events; let it stand on a field of the subscription type.");

        var field = new FieldBuilder(this, type, member.Member, name, result)
        {
            Description = FieldDescriptionOf(member),
            DeprecationReason = DeprecationOf(member.Member),
        };
        var parameters = method is null ? [] : BindParameters(method, member);
        foreach (var parameter in parameters.Where(static item => item.Argument is not null))
            field.Arguments.Add(parameter.Argument!);
        var isMutation = method is not null && IsMutation(type, member);
        if (isMutation)
            parameters = WrapInput(field, method!, parameters);
        if (type is ObjectType)
            field.Resolver = isStream ? StreamResolver(method!, parameters, field) : Resolver(member, parameters);
        field.Dependence = DependenceOf(member, parameters);

        ApplyType(field, member);
        if (isMutation)
            ApplyPayload(field, method!);
        foreach (var rule in RulesOf(member))
            field.Authorization.Add(rule);
        foreach (var attribute in member.Member.GetCustomAttributes<FieldAttribute>(inherit: true).OrderByDescending(static item => item.Order))
            Configure(field, attribute);
        CostAnnotations.Apply(field);
        if (typeof(IQueryable).IsAssignableFrom(field.ResultType.Type))
        {
            throw new SchemaBuildException(
                "It returns a query that nothing bounds; mark it [UsePaging], or [UseFiltering] or [UseSorting] for a short list, or read it and return the list.");
        }

        if (!isStream && SequenceBoxing.For(result) is { } box)
            field.Then((_, value) => box(value));
        return field.Build();
    }

    /// <summary>What a comment says of a node's raw id is not true of the opaque one, which the interface describes.</summary>
    private string? FieldDescriptionOf(FieldMember member) => _nodes.IsIdMember(member) && !member.Member.IsDefined(typeof(GraphQLDescriptionAttribute))
        ? null
        : DescriptionOf(member.Member);

    private FieldResolver Resolver(FieldMember member, IReadOnlyList<ParameterBinding> parameters)
    {
        if (member is { IsOwn: true, Member: PropertyInfo own })
            return new FieldResolver.Property(own) { Reads = ParentReads.Of(member, parameters) };
        var method = member.Member as MethodInfo ?? ((PropertyInfo)member.Member).GetMethod!;
        var instance = member.IsOwn ? null : ResolverInstance.For(method, _isService);
        return ResolverCompiler.Compile(method, parameters, instance, ParentReads.Of(member, parameters));
    }

    /// <summary>Types that attributes give in place of C#'s.</summary>
    private void ApplyType(FieldBuilder field, FieldMember member)
    {
        if (member.Member.IsDefined(typeof(GraphQLNonNullTypeAttribute)))
            field.ResultType = field.ResultType.With(isNullable: false);
        if (member.Member.GetCustomAttribute<GraphQLTypeAttribute>() is { } attribute)
        {
            field.Type = attribute.TypeSyntax is { } syntax
                ? Named(syntax)
                : Output(AnnotatedType.Of(attribute.Type!).With(field.ResultType.IsNullable));
        }

        var id = member.Member.GetCustomAttribute<IDAttribute>();
        var typeName = id switch
        {
            null => _nodes.IsIdMember(member) ? field.DeclaringType.Name : null,
            { TypeName: { } name } => name,
            { Type: { } type } => NameOf(type),
            _ => field.DeclaringType.Name,
        };
        if (typeName is null)
            return;
        if (!NodeId.IsSupported(Innermost(field.ResultType).Type))
            throw new SchemaBuildException($"{Innermost(field.ResultType)} cannot be an id; use string, Guid, int, long or short.");
        field.Type = Shape(field.ResultType, SpecifiedId());
        field.Then((_, value) => IdWriter.Write(typeName, value));
    }

    private IReadOnlyList<ParameterBinding> BindParameters(MethodInfo method, FieldMember member)
    {
        var bindings = new List<ParameterBinding>();
        foreach (var parameter in method.GetParameters())
            bindings.Add(BindParameter(parameter, member));
        var twice = bindings.Where(static item => item.Argument is not null).GroupBy(static item => item.Argument!.Name).FirstOrDefault(static group => group.Count() > 1);
        return twice is null ? bindings : throw new SchemaBuildException($"Two arguments are called {twice.Key}; rename one.");
    }

    private ParameterBinding BindParameter(ParameterInfo parameter, FieldMember member)
    {
        var type = parameter.ParameterType;
        var kind = ParameterBinding.KindOf(parameter, _isService);
        if (kind is ParameterKind.Argument && parameter.Position == 0 && member is { IsOwn: false, ParentType: { } parent }
            && !parameter.IsDefined(typeof(ArgumentAttribute)) && !parameter.IsDefined(typeof(IDAttribute)) && type.IsAssignableFrom(parent)
            && type != typeof(object))
        {
            kind = ParameterKind.Parent;
        }

        if (kind is ParameterKind.Parent)
        {
            return member.ParentType is { } owner && !type.IsAssignableFrom(owner)
                ? throw new SchemaBuildException($"Parameter {parameter.Name} wants {TypeText.Of(type)} as its parent, which is {TypeText.Of(owner)}; correct its type.")
                : new ParameterBinding(parameter, kind);
        }

        if (kind is ParameterKind.Made)
            return new ParameterBinding(parameter, kind) { Make = ParameterAttribute.Of(parameter)!.Bind(parameter, member.Member) };
        if (kind is ParameterKind.Loader)
            return new ParameterBinding(parameter, kind) { Loader = _loaders.Find(parameter) };
        if (kind is not ParameterKind.Argument)
            return new ParameterBinding(parameter, kind);
        try
        {
            var source = new InputSource(
                NamingConventions.Argument(parameter),
                DescriptionOf(parameter),
                AnnotatedType.Of(parameter),
                parameter.GetCustomAttributes(inherit: true),
                parameter);
            var (argument, convert) = CreateInput(source);
            return new ParameterBinding(parameter, kind) { Argument = argument, Convert = convert };
        }
        catch (SchemaBuildException exception)
        {
            var hint = type.IsInterface || type.IsAbstract
                ? " If it is a service, mark it [Service] or tell SchemaBuilder.InferServices."
                : "";
            throw new SchemaBuildException($"Parameter {parameter.Name}: {exception.Message}{hint}");
        }
    }

    private static AnnotatedType Innermost(AnnotatedType type) => type.ElementType is { } element ? Innermost(element) : type;
}
