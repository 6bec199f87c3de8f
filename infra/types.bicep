metadata description = 'Shapes that more than one template uses.'

@export()
@description('Who may administer the database.')
type administrator = {
  objectId: string
  name: string
  type: 'Group' | 'User' | 'ServicePrincipal'
}

@export()
@description('One setting of an application. Never a secret: where a value is one, this names the place in the vault.')
type setting = {
  name: string
  value: string
}
