"""The shipped profiles: data, read by `linking.profilefile`."""
