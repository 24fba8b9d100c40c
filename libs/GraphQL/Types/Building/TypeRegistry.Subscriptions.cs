using System.Reflection;
using GraphQL.Authorization;
using GraphQL.Execution;
using GraphQL.Subscriptions;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    /// <summary>
    /// What a field of the subscription type gives: the element of the stream it returns, or what it makes of a message or another's
    /// elements.
    /// </summary>
    private static AnnotatedType StreamElement(MethodInfo? method, AnnotatedType result)
    {
        if (method?.GetCustomAttribute<SubscribeAttribute>()?.With is not null)
            return result;
        if (method is not null && ResolverCompiler.StreamElement(result.Type) is not null)
            return ElementOf(result);
        if (method is not null && IsOfTopic(method))
            return result;
        throw new SchemaBuildException(
            "A subscription takes the messages of a topic by [Subscribe], returns IAsyncEnumerable<T>, or names a method that does by [Subscribe(With = nameof(…))].");
    }

    private static AnnotatedType ElementOf(AnnotatedType stream)
    {
        var element = AnnotatedType.Of(ResolverCompiler.StreamElement(stream.Type)!);
        return stream.Arguments.FirstOrDefault(argument => argument.Type == element.Type) ?? element;
    }

    private static bool IsOfTopic(MethodInfo method) => method.IsDefined(typeof(SubscribeAttribute)) || method.IsDefined(typeof(TopicAttribute));

    private FieldResolver.Stream StreamResolver(MethodInfo method, IReadOnlyList<ParameterBinding> parameters, FieldBuilder field)
    {
        var stream = StreamOf(method, parameters, field);
        return method.IsDefined(typeof(VisibleToAttribute)) ? stream.VisibleTo(VisibilityCompiler.Compile(method, EventOf(method, parameters), _isService)) : stream;
    }

    /// <summary>What the stream of a field gives before anything is made of it.</summary>
    private static Type EventOf(MethodInfo method, IReadOnlyList<ParameterBinding> parameters)
    {
        var source = method.GetCustomAttribute<SubscribeAttribute>()?.With is { } name ? SourceMethod(method, name)! : method;
        return ResolverCompiler.StreamElement(Unwrapped(source.ReturnType))
            ?? parameters.First(static item => item.Kind == ParameterKind.Value).Parameter.ParameterType;
    }

    private FieldResolver.Stream StreamOf(MethodInfo method, IReadOnlyList<ParameterBinding> parameters, FieldBuilder field)
    {
        var instance = ResolverInstance.For(method, _isService);
        var sharing = method.IsDefined(typeof(SharedAttribute)) ? StreamSharing.Shared : StreamSharing.Private;
        if (method.GetCustomAttribute<SubscribeAttribute>()?.With is { } name)
            return StreamOfMethod(method, name, parameters, field, sharing);
        if (ResolverCompiler.StreamElement(Unwrapped(method.ReturnType)) is not null)
        {
            return method.IsDefined(typeof(TopicAttribute))
                ? throw new SchemaBuildException("[Topic] stands on a method that takes one message as its [EventMessage], not on one that returns a stream.")
                : new FieldResolver.Stream(ResolverCompiler.CompileStream(method, parameters, instance))
                {
                    Sharing = sharing,
                    PositionArguments = PositionsOf(parameters),
                    IsReplayable = typeof(ReplayableStream).IsAssignableFrom(method.ReturnType),
                };
        }

        return new FieldResolver.Stream(TopicSource.Compile(method, parameters, field.Arguments))
        {
            Resolve = ResolverCompiler.CompileWithValue(method, parameters, instance),
            Sharing = sharing == StreamSharing.Private ? StreamSharing.Automatic : sharing,
        };
    }

    private FieldResolver.Stream StreamOfMethod(
        MethodInfo method, string name, IReadOnlyList<ParameterBinding> parameters, FieldBuilder field, StreamSharing sharing)
    {
        if (method.IsDefined(typeof(TopicAttribute)))
            throw new SchemaBuildException($"It takes its events from {name} and from a topic; remove one of the two.");
        var source = SourceMethod(method, name)
            ?? throw new SchemaBuildException($"[Subscribe] names {name}, which is no method of the class; correct the name.");
        if (ResolverCompiler.StreamElement(Unwrapped(source.ReturnType)) is null)
            throw new SchemaBuildException($"{name} opens no stream; let it return IAsyncEnumerable<T>.");
        var sourceParameters = BindParameters(source, new FieldMember(source, null, IsOwn: false));
        foreach (var argument in sourceParameters.Select(static item => item.Argument).OfType<InputValue>())
        {
            if (field.Arguments.All(item => item.Name != argument.Name))
                field.Arguments.Add(argument);
        }

        return new FieldResolver.Stream(ResolverCompiler.CompileStream(source, sourceParameters, ResolverInstance.For(source, _isService)))
        {
            Resolve = ResolverCompiler.CompileWithValue(method, parameters, ResolverInstance.For(method, _isService)),
            Sharing = sharing,
            PositionArguments = PositionsOf(sourceParameters),
            IsReplayable = typeof(ReplayableStream).IsAssignableFrom(source.ReturnType),
        };
    }

    private static IReadOnlyCollection<string> PositionsOf(IReadOnlyList<ParameterBinding> parameters) =>
        [.. parameters.Where(static item => item.Parameter.IsDefined(typeof(PositionAttribute))).Select(static item => item.Argument?.Name).OfType<string>()];

    /// <summary>Methods that open streams for others, and are no fields themselves.</summary>
    private static IEnumerable<MethodInfo> SourceMethods(IEnumerable<Type> classes)
    {
        foreach (var method in classes.SelectMany(static item => item.GetMethods()))
        {
            if (method.GetCustomAttribute<SubscribeAttribute>()?.With is { } name && SourceMethod(method, name) is { } source)
                yield return source;
        }
    }

    private static MethodInfo? SourceMethod(MethodInfo method, string name) =>
        Array.Find(method.ReflectedType!.GetMethods(ClrMembers.Everything), item => item.Name == name);

    private static Type Unwrapped(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
}
