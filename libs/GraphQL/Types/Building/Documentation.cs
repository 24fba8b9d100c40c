using System.Reflection;
using System.Xml.Linq;

namespace GraphQL.Types;

/// <summary>Descriptions from the documentation files that the compiler writes beside assemblies.</summary>
/// <param name="schemaName">What a C# member is called in the schema; null when it is not in it.</param>
internal sealed class Documentation(Func<MemberInfo, string?> schemaName)
{
    private readonly Dictionary<Assembly, IReadOnlyDictionary<string, XElement>> _files = [];

    /// <summary>The summary of a type, property, method or enum value, as Markdown; null when there is none.</summary>
    public string? Of(MemberInfo member)
    {
        var text = Render(Element(member, "summary"), member);

        // The property of a positional record is documented where the record is.
        return text is null && member is PropertyInfo { DeclaringType: { } owner } property
            ? Render(Find(owner)?.Elements("param").FirstOrDefault(item => (string?)item.Attribute("name") == property.Name), owner)
            : text;
    }

    /// <summary>What a method's documentation says of a parameter, as Markdown; null when it says nothing.</summary>
    public string? Of(ParameterInfo parameter) => Render(Element(parameter.Member, "param", parameter.Name), parameter.Member);

    private string? Render(XElement? element, MemberInfo context) =>
        element is null ? null : new DocumentationMarkdown(cref => NameOf(cref, context)).Render(element);

    /// <summary>An element of a member's documentation, or of what it inherits that from.</summary>
    private XElement? Element(MemberInfo member, string name, string? parameter = null)
    {
        // Documentation inherits along a few steps; more than these is a circle.
        const int Steps = 16;
        var current = member;
        for (var i = 0; i < Steps && current is not null; i++)
        {
            var documentation = Find(current);
            var element = documentation?.Elements(name).FirstOrDefault(item => parameter is null || (string?)item.Attribute("name") == parameter);
            if (element is not null)
                return element;
            var inherit = documentation?.Element("inheritdoc");
            if (documentation is not null && inherit is null)
                return null;
            current = (string?)inherit?.Attribute("cref") is { } cref ? CrefTarget.Find(cref, current) : BaseMember.Of(current);
        }

        return null;
    }

    private XElement? Find(MemberInfo member)
    {
        var assembly = member.Module.Assembly;
        if (!_files.TryGetValue(assembly, out var members))
            _files.Add(assembly, members = Load(assembly));
        return members.Count == 0 ? null : members.GetValueOrDefault(DocumentationId.Of(member));
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = assembly.Location.Length == 0
            ? Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml")
            : Path.ChangeExtension(assembly.Location, ".xml");
        var members = new Dictionary<string, XElement>();
        if (!File.Exists(path))
            return members;
        foreach (var member in XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member"))
        {
            if ((string?)member.Attribute("name") is { } name)
                members.TryAdd(name, member);
        }

        return members;
    }

    private string NameOf(string cref, MemberInfo context) =>
        CrefTarget.Find(cref, context) is { } target && schemaName(target) is { } name ? name : CrefTarget.SimpleName(cref);
}
