using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Data;

public class SchemaOfDataTests
{
    private static readonly Schema Schema = new SchemaBuilder().AddType(typeof(LogQueries)).AddType(typeof(LogType)).Build();

    public static TheoryData<string, string> Inputs => new()
    {
        {
            "CombatLogFilterInput",
            "and or fileName build sizeBytes formatVersion layers season price progress advanced state startedAt day guild characterNames members"
        },
        { "DefinedFilterInput", "and or id uuid fileName layers pages memberNames" },
        { "GuildFilterInput", "and or id name rank" },
        { "CombatLogSortInput", "fileName build sizeBytes formatVersion layers season price progress advanced state startedAt day guild" },
        { "DefinedSortInput", "startedAt" },
        { "StringOperationFilterInput", "and or eq neq contains ncontains in nin startsWith nstartsWith endsWith nendsWith" },
        { "IntOperationFilterInput", "eq neq in nin gt ngt gte ngte lt nlt lte nlte" },
        { "DateTimeOperationFilterInput", "eq neq in nin gt ngt gte ngte lt nlt lte nlte" },
        { "BooleanOperationFilterInput", "eq neq" },
        { "IdOperationFilterInput", "eq neq in nin" },
        { "UuidOperationFilterInput", "eq neq in nin" },
        { "LogStateOperationFilterInput", "eq neq in nin" },
        { "ListStringOperationFilterInput", "all none some any" },
        { "ListFilterInputTypeOfMemberFilterInput", "all none some any" },
    };

    public static TheoryData<string, string, string> Types => new()
    {
        { "StringOperationFilterInput", "in", "[String]" },
        { "LogStateOperationFilterInput", "in", "[LogState!]" },
        { "IdOperationFilterInput", "eq", "ID" },
        { "StringOperationFilterInput", "or", "[StringOperationFilterInput!]" },
        { "DefinedFilterInput", "layers", "ByteOperationFilterInput" },
        { "DefinedFilterInput", "pages", "IntOperationFilterInput" },
        { "CombatLogFilterInput", "season", "ShortOperationFilterInput" },
        { "CombatLogFilterInput", "price", "DecimalOperationFilterInput" },
        { "DecimalOperationFilterInput", "nin", "[Decimal]" },
        { "DefinedFilterInput", "memberNames", "ListStringOperationFilterInput" },
        { "CombatLogSortInput", "guild", "GuildSortInput" },
        { "CombatLogSortInput", "layers", "SortEnumType" },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Input_types_have_the_fields_of_the_convention_in_its_order(string type, string expected) =>
        Assert.Equal(expected, string.Join(' ', ((InputObjectType)Schema.FindType(type)!).Fields.Select(field => field.Name)));

    [Theory]
    [MemberData(nameof(Types))]
    public void Input_fields_have_the_types_of_the_convention(string type, string field, string expected) =>
        Assert.Equal(expected, ((InputObjectType)Schema.FindType(type)!).FindField(field)!.Type.ToString());

    [Fact]
    public void A_paged_field_has_its_arguments_and_connection()
    {
        var field = Schema.QueryType!.FindField("logs")!;
        Assert.Equal(
            "where: CombatLogFilterInput, order: [CombatLogSortInput!], first: Int, after: String, last: Int, before: String",
            string.Join(", ", field.Arguments.Select(argument => $"{argument.Name}: {argument.Type}")));
        Assert.Equal("CombatLogConnection!", field.Type.ToString());
        var connection = (ObjectType)field.Type.Named;
        Assert.Equal(
            "edges: [CombatLogEdge!]!, nodes: [CombatLog!]!, pageInfo: PageInfo!, totalCount: Int!",
            string.Join(", ", connection.Fields.Select(item => $"{item.Name}: {item.Type}")));
        Assert.Equal("A page of combat logs; `totalCount` is counted only when selected.", connection.Description);
    }

    [Fact]
    public void A_list_has_no_arguments_of_pages()
    {
        var field = Schema.QueryType!.FindField("guilds")!;
        Assert.Equal("where, order", string.Join(", ", field.Arguments.Select(argument => argument.Name)));
        Assert.Equal("[Guild!]!", field.Type.ToString());
    }

    [Fact]
    public void What_a_schema_hides_or_computes_is_not_filtered_by_convention()
    {
        var filter = (InputObjectType)Schema.FindType("CombatLogFilterInput")!;
        foreach (var name in new[] { "secret", "note", "label", "raw", "id" })
            Assert.Null(filter.FindField(name));
    }

    [Fact]
    public void Descriptions_are_those_of_the_definition() =>
        Assert.Equal("Without folders.", ((InputObjectType)Schema.FindType("DefinedFilterInput")!).FindField("fileName")!.Description);
}
