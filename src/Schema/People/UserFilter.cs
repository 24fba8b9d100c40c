using GraphQL.Data;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.People;

/// <summary>What can be asked of users.</summary>
public sealed class UserFilter : FilterDefinition<User>
{
    /// <inheritdoc/>
    protected override void Configure(FilterFields<User> fields)
    {
        fields.BindFieldsExplicitly();
        fields.Field(user => user.Id).ID();
        fields.Field("uuid", user => user.Id);
        fields.Field(user => user.Name);
        fields.Field(user => user.CreatedAt);
    }
}
