using System.Reflection;
using GraphQL.Execution;
using GraphQL.Subscriptions;

namespace GraphQL.Types;

/// <summary>Opens the topic of a subscription's field.</summary>
internal static class TopicSource
{
    /// <summary>Makes the stream of a method that takes the messages of a topic.</summary>
    /// <exception cref="SchemaBuildException">The method takes no message, or its topic does not fit its arguments.</exception>
    public static Func<ResolverContext, IAsyncEnumerable<object?>> Compile(
        MethodInfo method, IReadOnlyList<ParameterBinding> parameters, IEnumerable<InputValue> arguments)
    {
        if (parameters.FirstOrDefault(static item => item.Kind == ParameterKind.Value)?.Parameter is not { } message)
            throw new SchemaBuildException("It takes the messages of a topic; mark the parameter that takes one [EventMessage].");
        var template = TemplateOf(method);
        foreach (var placeholder in template.Placeholders)
        {
            var argument = arguments.FirstOrDefault(item => item.Name == placeholder)
                ?? throw new SchemaBuildException($"The topic has a placeholder {{{placeholder}}}, but the field has no argument of that name.");
            if (!argument.Type.NullableType.IsLeaf)
                throw new SchemaBuildException($"The topic's placeholder {{{placeholder}}} stands for a {argument.Type}; only scalars and enums can be part of a name.");
        }

        return typeof(TopicSource).GetMethod(nameof(Open), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(message.ParameterType)
            .CreateDelegate<Func<TopicTemplate, ResolverContext, IAsyncEnumerable<object?>>>()
            .With(template);
    }

    private static TopicTemplate TemplateOf(MethodInfo method)
    {
        try
        {
            return TopicTemplate.Parse(method.GetCustomAttribute<TopicAttribute>()?.Name ?? method.Name);
        }
        catch (ArgumentException exception)
        {
            throw new SchemaBuildException(exception.Message);
        }
    }

    private static Func<ResolverContext, IAsyncEnumerable<object?>> With(
        this Func<TopicTemplate, ResolverContext, IAsyncEnumerable<object?>> open, TopicTemplate template) => context => open(template, context);

    private static DeferredStream Open<TMessage>(TopicTemplate template, ResolverContext context)
    {
        var receiver = (ITopicEventReceiver?)context.Services.GetService(typeof(ITopicEventReceiver))
            ?? throw new InvalidOperationException("The subscription takes its events from a topic; register a provider, such as AddInMemorySubscriptions().");
        var name = NameOf(template, context);
        var cancellationToken = context.CancellationToken;
        return new DeferredStream(async () => ObjectStream.Of(await receiver.SubscribeAsync<TMessage>(name, cancellationToken)));
    }

    private static string NameOf(TopicTemplate template, ResolverContext context)
    {
        var values = new object?[template.Placeholders.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = context.Argument(template.Placeholders[i]);
        try
        {
            return template.Format(values);
        }
        catch (ArgumentException)
        {
            // half a surrogate pair, or a value of a scalar of the application's own that has no text.
            throw new GraphQLException(SubscriptionErrors.BadTopicValue(string.Join("\", \"", template.Placeholders)));
        }
    }
}
