using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

public sealed partial class TypeRegistry
{
    /// <summary>
    /// What a field of the subscription type gives: the element of the stream it returns, or what it makes of another's elements.
    /// </summary>
    private static AnnotatedType StreamElement(MethodInfo? method, AnnotatedType result)
    {
        if (method?.GetCustomAttribute<SubscribeAttribute>()?.With is not null)
            return result;
        if (method is not null && ResolverCompiler.StreamElement(result.Type) is not null)
            return result.ElementType!;
        throw new SchemaBuildException(
            "A subscription returns IAsyncEnumerable<T>, or names a method that does by [Subscribe(With = nameof(…))].");
    }

    private FieldResolver.Stream StreamResolver(MethodInfo method, IReadOnlyList<ParameterBinding> parameters, FieldBuilder field)
    {
        var instance = ResolverInstance.For(method, _isService);
        if (method.GetCustomAttribute<SubscribeAttribute>()?.With is not { } name)
            return new FieldResolver.Stream(ResolverCompiler.CompileStream(method, parameters, instance));

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

        var stream = ResolverCompiler.CompileStream(source, sourceParameters, ResolverInstance.For(source, _isService));
        var resolve = ResolverCompiler.CompileWithValue(method, parameters, instance);
        return (FieldResolver.Stream)ResolverChain.MapAsync(new FieldResolver.Stream(stream), resolve);
    }

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
