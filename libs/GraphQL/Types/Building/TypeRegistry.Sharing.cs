using System.Reflection;

namespace GraphQL.Types;

/// <content>What fields may depend on, beyond their parent and arguments; see <see cref="ViewerDependence"/>.</content>
public sealed partial class TypeRegistry
{
    private ViewerDependence DependenceOf(FieldMember member, IReadOnlyList<ParameterBinding> parameters)
    {
        if (IsPerViewer(member.Member))
            return ViewerDependence.PerViewer;
        var method = member.Member as MethodInfo ?? ((PropertyInfo)member.Member).GetMethod!;
        var isFree = parameters.All(IsFreeOfCaller) && (member.IsOwn || method.IsStatic || IsFreeOfCaller(method.ReflectedType!));
        return isFree ? ViewerDependence.None : ViewerDependence.Unknown;
    }

    /// <summary>Lets an attribute change a field; whatever it puts around the resolver may ask who calls.</summary>
    private static void Configure(FieldBuilder field, FieldAttribute attribute)
    {
        var (resolver, dependence) = (field.Resolver, field.Dependence);
        attribute.Configure(field);
        if (!ReferenceEquals(resolver, field.Resolver) && dependence == ViewerDependence.None && field.Dependence == dependence)
            field.Dependence = ViewerDependence.Unknown;
    }

    private static bool IsPerViewer(MemberInfo member) =>
        member.IsDefined(typeof(PerViewerAttribute)) || (member.ReflectedType ?? member.DeclaringType!).IsDefined(typeof(PerViewerAttribute));

    private bool IsFreeOfCaller(ParameterBinding parameter) => parameter.Kind switch
    {
        ParameterKind.Argument or ParameterKind.Parent or ParameterKind.Value or ParameterKind.CancellationToken => true,
        ParameterKind.Service => _isSingleton(parameter.Parameter.ParameterType),
        ParameterKind.Loader => _loaders.ServicesOf(parameter.Parameter).All(_isSingleton),
        _ => false,
    };

    /// <summary>Of a class that holds resolvers: a service, or made of services.</summary>
    private bool IsFreeOfCaller(Type type) => _isService(type)
        ? _isSingleton(type)
        : type.GetConstructors() is [var constructor, ..] && constructor.GetParameters().All(parameter => _isSingleton(parameter.ParameterType));
}
